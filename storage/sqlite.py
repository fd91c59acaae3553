"""A store in a SQLite file: one process writes, and a copy of the file is a copy of the store."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry

from storage.errors import StoreBusyError, StoreError, StoreFailedError, StoreFullError
from storage.waiting import BUSY_MS, BUSY_OPTION, still_ms

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


def make_engine(url: URL, connections: int, busy_ms: int, *, read_only: bool) -> Engine:
    """A writer takes the write lock at its start (BEGIN IMMEDIATE).

    With SQLite's default two transactions that read first and then write lose updates.
    """
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
        busy = still_ms(int(connection.get_execution_options().get(BUSY_OPTION, busy_ms)))
        connection.exec_driver_sql(f"PRAGMA busy_timeout={busy}")
        connection.exec_driver_sql(begin)

    event.listen(engine, "connect", prepare)
    event.listen(engine, "begin", start)
    return engine


def create_file(path: Path) -> None:
    """Make an empty file that only its owner may read, unless there is one; OSError.

    SQLite gives its -wal and -shm files the mode of the database file.
    """
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))


def scrub(engine: Engine) -> None:
    """Leave no trace of deleted rows in the file or its log; StoreBusyError if it is in use.

    `secure_delete` clears a row where it stands, but not copies that the tree left behind when it
    moved rows between pages: VACUUM writes all pages anew.
    """
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
    if busy:
        raise StoreBusyError


def refusal(error: BaseException | None) -> StoreError:
    """Ours for an error of SQLite."""
    name = getattr(error, "sqlite_errorname", type(error).__name__)
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return StoreBusyError()
    if name == "SQLITE_FULL":
        return StoreFullError()
    return StoreFailedError(f"The database refused ({name}). Nothing was stored.")


def _set_pragmas(connection: DBAPIConnection, pragmas: dict[str, str]) -> None:
    cursor = connection.cursor()
    for name, value in pragmas.items():
        cursor.execute(f"PRAGMA {name}={value}")
    cursor.close()
