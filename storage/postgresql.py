"""A store on a PostgreSQL server, for several processes side by side.

All transactions that write are SERIALIZABLE: what the rules rely on in a SQLite file, where one
writes at a time, holds here too. Who loses such a race is run again (`storage.store`).
"""

from contextlib import closing
from importlib.util import find_spec

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import ConnectionPoolEntry
from sqlmodel import Session

from storage.errors import (
    ClashError,
    MissingDriverError,
    StoreBusyError,
    StoreError,
    StoreFailedError,
    StoreFullError,
    UnreachableStoreError,
)
from storage.scope import ALL, NONE, WHOLE_BOARD
from storage.waiting import ALONE, BESIDE, BUSY_MS, BUSY_OPTION, FREE, GATE

DRIVER = "postgresql+psycopg"
SETTINGS = {
    # A server may be set up to acknowledge before anything is on its disk.
    "synchronous_commit": "on",
    "timezone": "'UTC'",
    "search_path": "public",
}
MODES = {BESIDE: "ROW EXCLUSIVE", ALONE: "EXCLUSIVE"}
"""Of the lock on the table of cases with which a writer begins.

LOCK TABLE comes before the transaction looks at anything, so who waited sees what others did
meanwhile; readers are never kept waiting (https://www.postgresql.org/docs/current/sql-lock.html).
"""
OUTSIDE = "outside"
"""Of what runs outside any transaction."""

MIGRATING = 0x5EE7_0001
"""Advisory lock: one process at a time brings the store to a newer version."""


def make_engine(url: URL, connections: int, busy_ms: int, *, read_only: bool) -> Engine:
    """MissingDriverError if psycopg is not installed."""
    if find_spec("psycopg") is None:
        raise MissingDriverError
    engine = create_engine(
        url,
        hide_parameters=True,
        pool_size=connections,
        max_overflow=0,
        # A server that was started anew must not cost somebody their form.
        pool_pre_ping=True,
        isolation_level="REPEATABLE READ" if read_only else "SERIALIZABLE",
        execution_options={"postgresql_readonly": read_only},
    )

    def start(connection: Connection) -> None:
        options = connection.get_execution_options()
        gate = FREE if read_only else options.get(GATE, BESIDE)
        if gate != OUTSIDE:
            # Zero would be for ever.
            wait = max(1, int(options.get(BUSY_OPTION, busy_ms)))
            schools = ALL if options.get(WHOLE_BOARD) else NONE
            lock = f'; LOCK TABLE "case" IN {MODES[gate]} MODE' if gate in MODES else ""
            connection.exec_driver_sql(f"SET LOCAL lock_timeout = {wait}; {schools}{lock}")

    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", start)
    return engine


def migrating(engine: Engine) -> Engine:
    """For transactions that change tables, one after the other."""
    changing = engine.execution_options(
        isolation_level="READ COMMITTED", **{GATE: FREE, WHOLE_BOARD: True}
    )

    def take_turns(connection: Connection) -> None:
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({MIGRATING})")

    event.listen(changing, "begin", take_turns)
    return changing


def stand_still(session: Session) -> None:
    """Let a transaction that is FREE see a moment at which nobody was writing.

    A number of the access log is given out before its line can be seen, so at any other moment a
    lower one may still be to come. Also keeps out whoever else wants to do this: one at a time.
    """
    connection = session.connection()
    connection.exec_driver_sql("LOCK TABLE setting IN SHARE UPDATE EXCLUSIVE MODE")
    with connection.begin_nested() as moment:
        connection.exec_driver_sql(f'LOCK TABLE "case" IN {MODES[ALONE]} MODE')
        connection.exec_driver_sql("SELECT 1")
        # What it sees stays; the lock is let go.
        moment.rollback()


def scrub(engine: Engine, tables: list[str]) -> None:
    """Write these tables anew without deleted rows; StoreBusyError if one is in use for too long.

    What the server keeps beside them to repeat what was done (its write-ahead log) goes when it is
    recycled, and where it is archived with that archive.
    """
    names = ", ".join(f'"{name}"' for name in tables)
    quiet = engine.execution_options(isolation_level="AUTOCOMMIT", **{GATE: OUTSIDE})
    try:
        with quiet.connect() as connection:
            connection.exec_driver_sql(f"SET lock_timeout = {BUSY_MS}")
            connection.exec_driver_sql(f"VACUUM (FULL) {names}")
    except DBAPIError as error:
        raise refusal(error.orig) from None


REFUSALS: dict[str, type[StoreError]] = {
    "40001": ClashError,
    "40P01": ClashError,
    "55P03": StoreBusyError,
    "53100": StoreFullError,
}
"""By SQLSTATE (https://www.postgresql.org/docs/current/errcodes-appendix.html)."""

UNREACHABLE = ("08", "28", "3D", "53300", "57P")
"""Beginnings of those that tell that there is no way in, or no longer."""


def refusal(error: BaseException | None) -> StoreError:
    """Ours for an error of PostgreSQL or its driver."""
    name, state = type(error).__name__, getattr(error, "sqlstate", None)
    if state in REFUSALS:
        return REFUSALS[state]()
    if (state or "").startswith(UNREACHABLE) or (state, name) == (None, "OperationalError"):
        return UnreachableStoreError()
    return StoreFailedError(f"The database refused ({name}). Nothing was stored.")


def _prepare(connection: DBAPIConnection, _record: ConnectionPoolEntry) -> None:
    with closing(connection.cursor()) as cursor:
        for name, value in SETTINGS.items():
            cursor.execute(f"SET {name} = {value}")
    connection.commit()
