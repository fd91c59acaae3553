"""A copy of a SQLite file at one moment, while others go on writing to it."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from storage.engine import create_file, database_file, refusal
from storage.errors import BackupAtWorkError, MissingStoreError

PAGES = 500
"""Per step, some 2 MB: between steps it can be told how far it is, and be stopped."""

Progress = Callable[[str, int, int], None]
"""Told what is being done, and how much of how much is done."""


def file_snapshot(url: str, target: Path, tell: Progress) -> None:
    """Copy a store in a file; see `snapshot`."""
    snapshot(database_file(url), target, "copied", tell)


def snapshot(source: Path, target: Path, what: str, tell: Progress) -> None:
    """Copy with SQLite's backup interface (https://sqlite.org/backup.html); a StoreError.

    The read transaction around it keeps the copy at one moment: without it every write by another
    connection makes the copy begin anew, and under load it would never end.
    """
    if not source.exists():
        raise MissingStoreError
    create_file(f"sqlite:///{target}")
    with _refused(), closing(_connected(source)) as live, closing(_connected(target)) as copy:
        live.execute("BEGIN")
        live.execute("SELECT count(*) FROM sqlite_master").fetchone()

        def told(_status: int, left: int, total: int) -> None:
            tell(what, total - left, total)

        live.backup(copy, pages=PAGES, progress=told)


@contextmanager
def alone(file: Path) -> Iterator[None]:
    """While this lasts no other process gets in; BackupAtWorkError for who comes second.

    SQLite holds the lock, on every system that it runs on, and the end of the process frees it.
    """
    create_file(f"sqlite:///{file}")
    with closing(_connected(file)) as lock:
        try:
            lock.execute("PRAGMA busy_timeout=0")
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError:
            raise BackupAtWorkError from None
        yield


def in_use(file: Path) -> bool:
    """Whether any process has the store open."""
    with closing(_connected(file)) as store:
        try:
            store.execute("PRAGMA busy_timeout=0")
            store.execute("PRAGMA locking_mode=EXCLUSIVE")
            store.execute("SELECT count(*) FROM sqlite_master").fetchone()
            store.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError:
            return True
        except sqlite3.DatabaseError:
            return False
    return False


def _connected(file: Path) -> sqlite3.Connection:
    return sqlite3.connect(file, isolation_level=None)


@contextmanager
def _refused() -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        raise refusal(error) from None
