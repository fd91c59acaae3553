"""`wegwijzer verify`: whether anything in the store was changed, taken away or put back."""

from pathlib import Path
from typing import Annotated

import typer
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from bot import ids
from bot.checked_file import text_of
from bot.long_work import ON, Teller, stoppable
from bot.settings import Settings, load_settings
from bot.stores import master_key, places
from storage.checkpoints import public_text
from storage.errors import KeyFileError
from storage.opening import open_vault
from storage.places import Places
from storage.verified import Verified
from storage.verify import parse_public_key
from storage.verify import verify as examine
from storage.version import require_current

BROKEN = 1
"""The exit code when a link is broken."""

PublicKey = Annotated[
    Path | None,
    typer.Option("--public-key", help="A copy of checkpoints.pub that was kept elsewhere."),
]


Token = Annotated[
    str | None,
    typer.Option("--continue", help="What a check that was stopped said, to go on behind it."),
]
SAVED = 5000
"""After so many cases it is kept what was found whole; less is done in seconds."""


def verify(public_key: PublicKey = None, token: Token = None) -> None:
    """Check every entry, look and erasure against its chain and the signed checkpoints.

    Needs no master key if a copy of the public key is given.
    """
    settings = load_settings()
    require_current(settings.database_url)
    known, key = _known(places(settings), token), _key(settings, public_key)
    with stoppable(lambda: _again(known), ON):
        report = examine(places(settings), key, _Keeping(known), known)
    known.forget()
    typer.echo(
        f"Cases: {report.cases}. Entries: {report.entries}. Looks: {report.looks}. "
        f"Erased: {report.erased}. Checkpoints: {report.checkpoints}."
    )
    if known.before:
        typer.echo(f"Found whole by a run that was stopped, and not read again: {known.before}.")
    if report.broken:
        typer.echo(f"BROKEN: {report.broken}")
        raise typer.Exit(BROKEN)
    typer.echo("Everything is as it was written.")


def _known(where: Places, token: str | None) -> Verified:
    return Verified(where.verified) if token is None else Verified.read(where.verified, token)


class _Keeping:
    """Says how far it is, and from time to time with what a killed check can go on."""

    def __init__(self, known: Verified) -> None:
        self._known = known
        self._teller = Teller()
        self._kept = 0

    def __call__(self, what: str, done: int, total: int) -> None:
        self._teller(what, done, total)
        if done - self._kept >= SAVED:
            self._kept = done
            typer.echo(f"Should this be cut off, go on with: wegwijzer {_again(self._known)}")


def _again(known: Verified) -> str:
    """Who checks may have no right to write beside the proof; then it begins anew."""
    try:
        return f"verify --continue {known.save()}"
    except OSError:
        return "verify"


def _key(settings: Settings, file: Path | None) -> Ed25519PublicKey:
    """That of the given file, else the store's own, else the one beside the checkpoints."""
    if file is not None:
        return parse_public_key(text_of(file, "--public-key"))
    try:
        vault = open_vault(places(settings), master_key(settings), ids.random_bytes)
    except KeyFileError as error:
        typer.echo(f"Without the master key the key beside the checkpoints counts. {error}")
        return parse_public_key(text_of(places(settings).public_key, "PROOF_FOLDER"))
    own = parse_public_key(public_text(vault.signing))
    vault.close()
    return own
