"""`wegwijzer copy-store`: from a store in a file to one on a server."""

from pathlib import Path
from typing import Annotated

import typer

from bot import ids
from bot.long_work import ON, Teller, stoppable
from bot.settings import load_settings
from bot.stores import master_key, places
from storage.copying import copy_store

OldFile = Annotated[Path, typer.Argument(metavar="FILE", help="The SQLite file of the old store.")]


def move(file: OldFile) -> None:
    """Copy an old store in FILE to the empty database of DATABASE_URL, and check every link there.

    CASE_KEYS_FILE, PROOF_FOLDER and the master key must be those of the old store. Stop the bot
    first. Stopped on its way, run it again: it goes on where it was.
    """
    settings = load_settings()
    target, master = places(settings), master_key(settings)
    with stoppable(f"copy-store {file}", ON):
        report = copy_store(file, target, master, ids.random_bytes, Teller())
    typer.echo(
        f"Every link is whole. Cases: {report.cases}. Entries: {report.entries}. "
        f"Looks: {report.looks}. Erased: {report.erased}. Checkpoints: {report.checkpoints}."
    )
    typer.echo(
        "The bot can start on the new store. Then move the old file away, with its -wal and -shm "
        "files: two stores must never go on side by side."
    )
