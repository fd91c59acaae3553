"""Connections to the database.

SQLite only for now; what depends on it stands here and in `storage.sql`.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError, StatementError
from sqlalchemy.pool import ConnectionPoolEntry

from storage.errors import (
    MissingStoreError,
    StoreBusyError,
    StoreError,
    StoreFailedError,
    StoreFullError,
    UnknownDatabaseError,
)

BUSY_MS = 2000
BUSY_OPTION = "busy_ms"
"""Execution option of one transaction: how long it may wait for the lock."""
PRAGMAS = {
    "journal_mode": "WAL",
    "synchronous": "FULL",
    "foreign_keys": "ON",
    # Deleted text must not stay readable in free pages.
    "secure_delete": "ON",
    "trusted_schema": "OFF",
    # Without this, INSERT OR REPLACE goes around the triggers that forbid deleting.
    "recursive_triggers": "ON",
}


def database_file(url: str) -> Path:
    """The file of a SQLite address; UnknownDatabaseError for anything else."""
    try:
        parsed = make_url(url)
    except ArgumentError:
        raise UnknownDatabaseError from None
    if parsed.get_backend_name() != "sqlite" or parsed.database in {None, "", ":memory:"}:
        raise UnknownDatabaseError
    return Path(str(parsed.database))


def create_file(url: str) -> None:
    """Make an empty database file that only its owner may read, unless there is one.

    SQLite gives its -wal and -shm files the mode of the database file.
    """
    try:
        os.close(os.open(database_file(url), os.O_CREAT | os.O_RDWR, 0o600))
    except OSError:
        raise MissingStoreError from None


def make_engine(
    url: str, *, connections: int = 1, read_only: bool, busy_ms: int = BUSY_MS
) -> Engine:
    """An engine of which every transaction writes, or, if `read_only`, none can.

    A writer takes the write lock at its start (BEGIN IMMEDIATE): with SQLite's default two
    transactions that read first and then write lose updates.
    """
    database_file(url)
    engine = create_engine(
        url,
        hide_parameters=True,
        pool_size=connections,
        max_overflow=0,
        connect_args={"isolation_level": None},
    )
    pragmas = PRAGMAS | {"query_only": "ON"} if read_only else PRAGMAS
    begin = "BEGIN" if read_only else "BEGIN IMMEDIATE"

    def prepare(connection: DBAPIConnection, _record: ConnectionPoolEntry) -> None:
        _set_pragmas(connection, pragmas)

    def start(connection: Connection) -> None:
        busy = int(connection.get_execution_options().get(BUSY_OPTION, busy_ms))
        connection.exec_driver_sql(f"PRAGMA busy_timeout={busy}")
        connection.exec_driver_sql(begin)

    event.listen(engine, "connect", prepare)
    event.listen(engine, "begin", start)
    return engine


@contextmanager
def one_transaction(url: str, *, read_only: bool) -> Iterator[Connection]:
    """A connection for a single transaction, closed afterwards."""
    engine = make_engine(url, read_only=read_only)
    try:
        with translated(), engine.begin() as connection:
            yield connection
    finally:
        engine.dispose()


def scrub(url: str) -> None:
    """Leave no trace of deleted rows in the database or its log; StoreBusyError if it is in use.

    `secure_delete` clears a row where it stands, but not copies that the tree left behind when it
    moved rows between pages: VACUUM writes all pages anew.
    """
    engine = make_engine(url, read_only=False)
    try:
        with closing(engine.raw_connection()) as connection:
            cursor = connection.cursor()
            cursor.execute(f"PRAGMA busy_timeout={BUSY_MS}")
            cursor.execute("VACUUM")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            ((busy, *_),) = cursor.fetchall()
            cursor.close()
    except sqlite3.Error as error:
        raise refusal(error) from None
    finally:
        engine.dispose()
    if busy:
        raise StoreBusyError


def _set_pragmas(connection: DBAPIConnection, pragmas: dict[str, str]) -> None:
    cursor = connection.cursor()
    for name, value in pragmas.items():
        cursor.execute(f"PRAGMA {name}={value}")
    cursor.close()


@contextmanager
def translated() -> Iterator[None]:
    """Raise a StoreError instead of a database error, whose own text may hold values."""
    try:
        yield
    except StatementError as error:
        raise refusal(error.orig) from None


def refusal(error: BaseException | None) -> StoreError:
    """Ours for an error of SQLite."""
    name = getattr(error, "sqlite_errorname", type(error).__name__)
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return StoreBusyError()
    if name == "SQLITE_FULL":
        return StoreFullError()
    return StoreFailedError(f"The database refused ({name}). Nothing was stored.")
