"""The keys of cases, in a small database of their own.

A key that stood beside its case would come back with every old backup of the cases. Here it can be
destroyed: backups of this file are kept for days, not for years. Root keys wrap the others, and the
master key wraps the root keys; there are two roots only while the master key is being replaced.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from sqlalchemy import (
    Column,
    Connection,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    and_,
    delete,
    func,
    select,
    update,
)
from sqlalchemy.dialects import sqlite

from storage.engine import create_file, make_engine, one_transaction
from storage.errors import MissingCaseKeysError, NewerStoreError, UnsafeCaseKeysError
from storage.places import Places
from storage.private import is_private
from storage.waiting import BUSY_MS

VERSION = 1
METADATA = MetaData()
ROOT = Table(
    "root_key",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("wrapped", LargeBinary, nullable=False),
)
DATA = Table(
    "data_key",
    METADATA,
    Column("kind", String, primary_key=True),
    Column("name", String, primary_key=True),
    Column("root", Integer, nullable=False, index=True),
    Column("wrapped", LargeBinary, nullable=False),
)
CASE, STORE = "case", "store"
"""Kinds of keys: of one case, by its id; of the whole store, by what it is for."""


@dataclass(frozen=True, slots=True)
class WrappedKey:
    """A key that only the root key of this number opens."""

    kind: str
    name: str
    root: int
    wrapped: bytes


class KeyRows:
    """The rows, within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def roots(self) -> dict[int, bytes]:
        return {row.id: row.wrapped for row in self._connection.execute(select(ROOT))}

    def add_root(self, number: int, wrapped: bytes) -> None:
        self._connection.execute(ROOT.insert(), {"id": number, "wrapped": wrapped})

    def drop_roots(self, before: int) -> None:
        self._connection.execute(delete(ROOT).where(ROOT.c.id < before))

    def find(self, kind: str, name: str) -> WrappedKey | None:
        which = and_(DATA.c.kind == kind, DATA.c.name == name)
        row = self._connection.execute(select(DATA).where(which)).first()
        return None if row is None else WrappedKey(*row)

    def count(self) -> int:
        return self._connection.execute(select(func.count()).select_from(DATA)).scalar_one()

    def add(self, *keys: WrappedKey) -> None:
        """A key that is there already stays: something may have been sealed with it."""
        if keys:
            statement = sqlite.insert(DATA).on_conflict_do_nothing()
            self._connection.execute(statement, [asdict(key) for key in keys])

    def before(self, root: int, limit: int) -> tuple[WrappedKey, ...]:
        """Up to `limit` keys that an older root wraps."""
        query = select(DATA).where(DATA.c.root < root).limit(limit)
        return tuple(WrappedKey(*row) for row in self._connection.execute(query))

    def waiting(self, root: int) -> int:
        """How many keys an older root wraps."""
        query = select(func.count()).select_from(DATA).where(DATA.c.root < root)
        return self._connection.execute(query).scalar_one()

    def replace(self, key: WrappedKey) -> None:
        which = and_(DATA.c.kind == key.kind, DATA.c.name == key.name)
        values = {"root": key.root, "wrapped": key.wrapped}
        self._connection.execute(update(DATA).where(which).values(**values))

    def remove(self, kind: str, names: Iterable[str]) -> None:
        """Destroy keys."""
        for name in names:
            which = and_(DATA.c.kind == kind, DATA.c.name == name)
            self._connection.execute(delete(DATA).where(which))


class KeyStore:
    """Connections to that database: `readers` at a time may read, one may write."""

    def __init__(self, places: Places, readers: int = 1, busy_ms: int = BUSY_MS) -> None:
        url = places.keys_url
        self._writer = make_engine(url, read_only=False, busy_ms=busy_ms)
        self._reader = make_engine(url, connections=readers, read_only=True, busy_ms=busy_ms)

    @contextmanager
    def reading(self) -> Iterator[KeyRows]:
        with self._reader.begin() as connection:
            yield KeyRows(connection)

    @contextmanager
    def writing(self) -> Iterator[KeyRows]:
        """What was written is on the disk when the context ends."""
        with self._writer.begin() as connection:
            yield KeyRows(connection)

    def close(self) -> None:
        self._writer.dispose()
        self._reader.dispose()


def create_keys(places: Places) -> None:
    """Make the file (mode 0600) and its tables, unless they are there; NewerStoreError."""
    create_file(places.keys_url)
    with one_transaction(places.keys_url, read_only=False) as connection:
        if connection.exec_driver_sql("PRAGMA user_version").scalar_one() > VERSION:
            raise NewerStoreError
        METADATA.create_all(connection)
        connection.exec_driver_sql(f"PRAGMA user_version = {VERSION}")


def require_keys(file: Path) -> None:
    """MissingCaseKeysError or UnsafeCaseKeysError unless the file is there and closed to others."""
    if not file.exists():
        raise MissingCaseKeysError
    if not is_private(file):
        raise UnsafeCaseKeysError
