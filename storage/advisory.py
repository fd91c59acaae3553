"""Locks of a PostgreSQL server that stand for a piece of work, whoever does it on what machine.

They belong to a connection, so the end of a process frees them
(https://www.postgresql.org/docs/current/explicit-locking.html#ADVISORY-LOCKS).
"""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine

from storage.engine import make_engine, translated
from storage.errors import BackupAtWorkError
from storage.postgresql import OUTSIDE
from storage.waiting import GATE

COPYING = 0x5EE7_0002
"""A backup is being made, or a store is being filled."""

LEADING = 0x5EE7_0003
"""What one of several bots does for all."""


def sessions(url: str) -> Engine:
    """For connections that hold such locks, outside any transaction."""
    engine = make_engine(url, read_only=True)
    return engine.execution_options(isolation_level="AUTOCOMMIT", **{GATE: OUTSIDE})


def lock(connection: Connection, number: int) -> bool:
    """Take it if nobody else has it; whether that worked."""
    found = connection.exec_driver_sql(f"SELECT pg_try_advisory_lock({number})")
    return bool(found.scalar_one())


@contextmanager
def alone_on_server(url: str) -> Iterator[None]:
    """While this lasts nobody else copies or fills that store; BackupAtWorkError."""
    engine = sessions(url)
    try:
        with translated(), engine.connect() as connection:
            if not lock(connection, COPYING):
                raise BackupAtWorkError
            yield
    finally:
        engine.dispose()
