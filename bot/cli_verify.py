"""`wegwijzer verify`: whether anything in the store was changed, taken away or put back."""

from pathlib import Path
from typing import Annotated

import typer
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from bot import ids
from bot.checked_file import text_of
from bot.settings import Settings, load_settings
from bot.stores import master_key, places
from storage.checkpoints import public_text
from storage.errors import KeyFileError
from storage.opening import open_vault
from storage.verify import parse_public_key
from storage.verify import verify as examine
from storage.version import require_current

BROKEN = 1
"""The exit code when a link is broken."""

PublicKey = Annotated[
    Path | None,
    typer.Option("--public-key", help="A copy of checkpoints.pub that was kept elsewhere."),
]


def verify(public_key: PublicKey = None) -> None:
    """Check every entry, look and erasure against its chain and the signed checkpoints.

    Needs no master key if a copy of the public key is given.
    """
    settings = load_settings()
    require_current(settings.database_url)
    report = examine(places(settings), _key(settings, public_key))
    typer.echo(
        f"Cases: {report.cases}. Entries: {report.entries}. Looks: {report.looks}. "
        f"Erased: {report.erased}. Checkpoints: {report.checkpoints}."
    )
    if report.broken:
        typer.echo(f"BROKEN: {report.broken}")
        raise typer.Exit(BROKEN)
    typer.echo("Everything is as it was written.")


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
