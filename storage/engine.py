"""Connections to the database, in a SQLite file or on a PostgreSQL server."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, make_url
from sqlalchemy.exc import ArgumentError, StatementError

from storage import postgresql, sqlite
from storage.errors import (
    MissingStoreError,
    StoreError,
    StoreOnServerError,
    UnknownDatabaseError,
)
from storage.scope import WHOLE_BOARD
from storage.waiting import ALONE, BUSY_MS, GATE


def on_server(url: str) -> bool:
    """Whether the store is in PostgreSQL; UnknownDatabaseError if it is nowhere."""
    return _parsed(url).drivername == postgresql.DRIVER


def database_file(url: str) -> Path:
    """The file of a SQLite address; UnknownDatabaseError, or StoreOnServerError if it has none."""
    if on_server(url):
        raise StoreOnServerError
    return Path(str(_parsed(url).database))


def same_server(one: str, other: str) -> bool:
    """Whether two addresses name the same server, as far as that can be seen."""
    first, second = _parsed(one), _parsed(other)
    return _server(first) == _server(second)


def beside(url: str, ending: str) -> Path:
    """Where something that belongs to a store is, unless it has a place of its own.

    Beside its file; of a store on a server in the folder where the program runs, by its name.
    """
    name = Path(str(_parsed(url).database))
    return Path(f"{name.name}{ending}") if on_server(url) else name.with_suffix(ending)


def create_file(url: str) -> None:
    """Make an empty database file that only its owner may read, unless there is one."""
    try:
        sqlite.create_file(database_file(url))
    except OSError:
        raise MissingStoreError from None


def make_engine(
    url: str, *, connections: int = 1, read_only: bool, busy_ms: int = BUSY_MS
) -> Engine:
    """An engine of which every transaction writes, or, if `read_only`, none can."""
    make = postgresql.make_engine if on_server(url) else sqlite.make_engine
    return make(_parsed(url), connections, busy_ms, read_only=read_only)


@contextmanager
def one_transaction(url: str, *, read_only: bool) -> Iterator[Connection]:
    """A connection for a single transaction on all schools, closed afterwards.

    A writer is alone.
    """
    engine = make_engine(url, read_only=read_only)
    with _only(engine.execution_options(**{GATE: ALONE, WHOLE_BOARD: True})) as connection:
        yield connection


@contextmanager
def migrating(url: str) -> Iterator[Connection]:
    """The same to change the tables, for which these need not be there."""
    engine = make_engine(url, read_only=False)
    with _only(postgresql.migrating(engine) if on_server(url) else engine) as connection:
        yield connection


def scrub(url: str, tables: Iterable[str] = ()) -> None:
    """Leave no trace of deleted rows in the database; StoreBusyError if it is in use.

    On a server in these tables only: others may be large, and nobody can get in meanwhile.
    """
    engine = make_engine(url, read_only=False)
    try:
        if on_server(url):
            postgresql.scrub(engine, sorted(tables))
        else:
            sqlite.scrub(engine)
    finally:
        engine.dispose()


@contextmanager
def translated() -> Iterator[None]:
    """Raise a StoreError instead of a database error, whose own text may hold values."""
    try:
        yield
    except StatementError as error:
        raise refusal(error.orig) from None


def refusal(error: BaseException | None) -> StoreError:
    """Ours for an error of the database."""
    if isinstance(error, sqlite3.Error):
        return sqlite.refusal(error)
    return postgresql.refusal(error)


@contextmanager
def _only(engine: Engine) -> Iterator[Connection]:
    try:
        with translated(), engine.begin() as connection:
            yield connection
    finally:
        engine.dispose()


def _server(url: URL) -> tuple[object, ...]:
    named = url.host or url.query.get("host")
    return url.drivername, named, str(url.port or url.query.get("port") or "5432")


def _parsed(url: str) -> URL:
    try:
        parsed = make_url(url)
    except ArgumentError:
        raise UnknownDatabaseError from None
    if parsed.drivername not in {"sqlite", postgresql.DRIVER}:
        raise UnknownDatabaseError
    if parsed.database in {None, "", ":memory:"}:
        raise UnknownDatabaseError
    return parsed
