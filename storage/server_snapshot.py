"""A copy of a store on a server at one moment, as a SQLite file, while others go on writing."""

from dataclasses import replace
from pathlib import Path

from sqlalchemy import Connection

from storage import rows
from storage.engine import one_transaction, scrub
from storage.keystore import copy_keys
from storage.migrate import migrate
from storage.places import Places
from storage.snapshot import Progress, snapshot

PATIENCE_MS = 60_000
"""How long it waits for the end of an erasure, which writes whole tables anew."""


def server_snapshot(url: str, target: Path, tell: Progress) -> None:
    """Copy every row into the file `target`, which is made; a StoreError."""
    copy = Places.of(f"sqlite:///{target}", target.with_name("no-keys.sqlite"))
    migrate(copy)
    with (
        one_transaction(url, read_only=True) as old,
        one_transaction(copy.url, read_only=False) as new,
    ):
        _hold(old)
        total, done = rows.total(old), 0
        for table in rows.tables():
            for part in rows.parts(old, table):
                rows.put(new, table, part)
                done += len(part)
                tell("copied", done, total)
    # All of it must be in the file itself, and not in a log beside it.
    scrub(copy.url)


def keys_snapshot(places: Places, target: Path, tell: Progress) -> None:
    """Copy the keys of the cases, wherever they are, to a file."""
    if not places.keys_server:
        snapshot(places.keys, target, "keys copied", tell)
        return
    copy_keys(places, replace(places, keys=target, keys_server=None))
    tell("keys copied", 1, 1)


def _hold(old: Connection) -> None:
    """Let nobody write a table anew from before the moment that is copied.

    Rows that were deleted, but that this moment still sees, would be carried along there.
    """
    old.exec_driver_sql(f"SET LOCAL lock_timeout = {PATIENCE_MS}")
    names = ", ".join(f'"{table.name}"' for table in rows.tables())
    old.exec_driver_sql(f"LOCK TABLE {names} IN ACCESS SHARE MODE")
