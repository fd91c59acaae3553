"""Move a store from a file to a server, with all its history, and see there that it is whole."""

from dataclasses import replace
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from sqlalchemy import Connection, Table, func, insert, select, text
from sqlmodel import Session, SQLModel

from storage.engine import on_server, one_transaction
from storage.errors import (
    BrokenCopyError,
    FilledStoreError,
    MissingStoreError,
    NotOnServerError,
    SourceInUseError,
)
from storage.master import MasterKey, RandomBytes
from storage.migrate import migrate
from storage.opening import open_vault
from storage.places import Places
from storage.snapshot import Progress, in_use
from storage.verify import Report, examine
from storage.version import require_current

BATCH = 1000
NUMBERED = ("access_line", "outbox")
"""Tables whose rows the database numbers: new ones go on after the last."""


def copy_store(
    file: Path, target: Places, master: MasterKey, random_bytes: RandomBytes, tell: Progress
) -> Report:
    """Copy the SQLite store `file` to the empty database of `target`, which it fills.

    One transaction: stopped or refused at any moment it leaves no row. Keys and proof are those of
    `target` and stay where they are, so they must belong to `file`. The file is left as it is.
    NotOnServerError, MissingStoreError, SourceInUseError, NotMigratedError for the file,
    FilledStoreError, BrokenCopyError or a KeyFileError.
    """
    if not on_server(target.url):
        raise NotOnServerError
    if not file.is_file():
        raise MissingStoreError
    if in_use(file):
        raise SourceInUseError
    source = replace(target, url=f"sqlite:///{file}")
    require_current(source.url)
    key = _public_key(source, master, random_bytes)
    migrate(target)
    # Whoever would write to the old store meanwhile has to wait.
    with (
        one_transaction(source.url, read_only=False) as old,
        one_transaction(target.url, read_only=False) as new,
    ):
        _require_empty(new)
        _copy(old, new, tell)
        report = examine(Session(new), target, key)
        if report.broken:
            raise BrokenCopyError(report.broken)
    return report


def _public_key(source: Places, master: MasterKey, random_bytes: RandomBytes) -> Ed25519PublicKey:
    """That of the checkpoints, if master key, case keys and store are those of each other."""
    vault = open_vault(source, master, random_bytes)
    vault.close()
    return vault.signing.public_key()


def _require_empty(new: Connection) -> None:
    if any(_count(new, table) for table in SQLModel.metadata.sorted_tables):
        raise FilledStoreError


def _copy(old: Connection, new: Connection, tell: Progress) -> None:
    # Tables that others refer to come first.
    tables = SQLModel.metadata.sorted_tables
    total, done = sum(_count(old, table) for table in tables), 0
    for table in tables:
        rows = old.execute(select(table).execution_options(yield_per=BATCH)).mappings()
        for part in rows.partitions():
            new.execute(insert(table), [dict(row) for row in part])
            done += len(part)
            tell("rows copied", done, total)
    for name in NUMBERED:
        last = f"SELECT setval(pg_get_serial_sequence('{name}', 'id'), max(id)) FROM {name}"  # noqa: S608 - names from above
        new.execute(text(last))


def _count(connection: Connection, table: Table) -> int:
    return connection.execute(select(func.count()).select_from(table)).scalar_one()
