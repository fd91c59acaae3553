"""Locks of a PostgreSQL server that stand for a piece of work, whoever does it on what machine.

They belong to a connection, so the end of a process frees them
(https://www.postgresql.org/docs/current/explicit-locking.html#ADVISORY-LOCKS).
"""

from collections.abc import Iterator
from contextlib import contextmanager

from storage.engine import make_engine, translated
from storage.errors import BackupAtWorkError
from storage.postgresql import OUTSIDE
from storage.waiting import GATE

COPYING = 0x5EE7_0002
"""A backup is being made, or a store is being filled."""


@contextmanager
def alone_on_server(url: str) -> Iterator[None]:
    """While this lasts nobody else copies or fills that store; BackupAtWorkError."""
    engine = make_engine(url, read_only=True)
    quiet = engine.execution_options(isolation_level="AUTOCOMMIT", **{GATE: OUTSIDE})
    try:
        with translated(), quiet.connect() as connection:
            taken = connection.exec_driver_sql(f"SELECT pg_try_advisory_lock({COPYING})")
            if not taken.scalar_one():
                raise BackupAtWorkError
            yield
    finally:
        engine.dispose()
