"""`wegwijzer backup`, `restore` and `drill`: copies of the store, and whether they are any good."""

from pathlib import Path
from typing import Annotated

import typer

from bot import ids
from bot.clock import system_clock
from bot.long_work import ON, Teller, stoppable
from bot.settings import load_settings
from bot.stores import master_key, places, shelf
from storage.backup import Kit, back_up
from storage.restore import Rebuilt, Sources
from storage.restore import drill as rebuild_and_forget
from storage.restore import restore as rebuild

DataFile = Annotated[
    Path | None, typer.Argument(metavar="[FILE]", help="Of BACKUP_FOLDER, instead of the newest.")
]
KeysFile = Annotated[
    Path | None, typer.Option("--keys", help="Of KEYS_BACKUP_FOLDER, instead of the newest.")
]


def backup() -> None:
    """Copy the store, locked; the bot may go on running. Stopped on its way, nothing is left."""
    with stoppable("backup"):
        made = back_up(_kit())
    typer.echo(f"The data are in {made.data}, {made.data.stat().st_size} bytes.")
    typer.echo(f"The keys of the cases are in {made.keys}. Keep them on another machine.")
    if made.thrown_away:
        typer.echo(f"Older copies of the keys thrown away: {made.thrown_away}.")


def restore(file: DataFile = None, keys: KeysFile = None) -> None:
    """Bring a backup back where no store is, after it was checked. Overwrites nothing.

    To a file, or to an empty database on a server, wherever the backup was made. Stopped on its
    way, run it again.

    First put the newest copy of PROOF_FOLDER back, and the master key. Keys of cases that are still
    there are kept.
    """
    with stoppable(_restoring(file, keys), ON):
        found = rebuild(_kit(), Sources(file, keys))
    _tell_found(found)
    typer.echo("The store is back. Look at everything with: wegwijzer doctor")


def drill(file: DataFile = None, keys: KeysFile = None) -> None:
    """Rebuild a backup in a folder that is gone afterwards, and say how that went."""
    with stoppable("drill"):
        found = rebuild_and_forget(_kit(), Sources(file, keys))
    _tell_found(found)
    typer.echo("The backup can be used. Nothing of the drill is left.")


def _restoring(file: Path | None, keys: Path | None) -> str:
    named = (str(file or ""), f"--keys {keys}" if keys else "")
    return " ".join(("restore", *filter(None, named)))


def _kit() -> Kit:
    settings = load_settings()
    return Kit(
        places(settings),
        shelf(settings),
        master_key(settings),
        ids.random_bytes,
        system_clock(),
        Teller(),
    )


def _tell_found(found: Rebuilt) -> None:
    report = found.report
    typer.echo(
        f"Made at {found.made_at:%Y-%m-%d %H:%M} UTC, rebuilt in {found.seconds:.1f} seconds. "
        f"Every link is whole. Cases: {report.cases}. Entries: {report.entries}. "
        f"Looks: {report.looks}. Erased: {report.erased}, "
        f"of which since this backup: {found.erased_again}."
    )
    if found.lost:
        typer.echo(
            f"Checkpoints signed after this backup: {found.lost}. What was written in that time is "
            "not in it."
        )
    if not found.own_proof:
        typer.echo(
            "The ledger of PROOF_FOLDER was not there, so that in the backup was taken. Erase once "
            "more what was erased after this backup."
        )
