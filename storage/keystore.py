"""The keys of cases, in a small database of their own: a SQLite file, or one on a server.

A key that stood beside its case would come back with every old backup of the cases. Here it can be
destroyed: backups of this file are kept for days, not for years. Root keys wrap the others, and the
master key wraps the root keys; there are two roots only while the master key is being replaced.
"""

from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass

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
    inspect,
    select,
    update,
)

from storage.engine import (
    create_file,
    make_engine,
    migrating,
    on_server,
    one_transaction,
    scrub,
    translated,
)
from storage.errors import (
    MissingCaseKeysError,
    NewerStoreError,
    SharedKeysError,
    UnsafeCaseKeysError,
)
from storage.places import Places
from storage.private import is_private
from storage.sql import INSERT
from storage.waiting import BUSY_MS, FREE, GATE

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
GET_VERSION = {
    "sqlite": "PRAGMA user_version",
    "postgresql": "SELECT obj_description(to_regclass('root_key'), 'pg_class')",
}
SET_VERSION = {
    "sqlite": f"PRAGMA user_version = {VERSION}",
    "postgresql": f"COMMENT ON TABLE root_key IS '{VERSION}'",
}
ONE_BY_ONE = {GATE: FREE, "isolation_level": "READ COMMITTED"}
"""Of a transaction that waits for a lock before it looks at anything."""

TOGETHER = 5000
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
            insert = INSERT[self._connection.dialect.name]
            statement = insert(DATA).on_conflict_do_nothing()
            self._connection.execute(statement, [asdict(key) for key in keys])

    def everything(self) -> Iterator[tuple[Table, list[dict[str, object]]]]:
        """All rows, in parts."""
        for table in (ROOT, DATA):
            query = select(table).execution_options(yield_per=TOGETHER)
            for part in self._connection.execute(query).mappings().partitions():
                yield table, [dict(row) for row in part]

    def take(self, rows: Iterable[tuple[Table, list[dict[str, object]]]]) -> None:
        """What `everything` gave elsewhere."""
        for table, part in rows:
            self._connection.execute(table.insert(), part)

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
    """Connections to that database: `readers` at a time may read, one may write.

    On a server as well: who wraps a key and who replaces the root do not cross each other.
    """

    def __init__(self, places: Places, readers: int = 1, busy_ms: int = BUSY_MS) -> None:
        url = places.keys_url
        self._shared = on_server(url)
        writer = make_engine(url, read_only=False, busy_ms=busy_ms)
        self._writer = writer.execution_options(**ONE_BY_ONE) if self._shared else writer
        self._reader = make_engine(url, connections=readers, read_only=True, busy_ms=busy_ms)

    @contextmanager
    def reading(self) -> Iterator[KeyRows]:
        with translated(), self._reader.begin() as connection:
            if self._shared:
                # So that no destroyed row is carried along by who writes a table anew.
                connection.exec_driver_sql("LOCK TABLE root_key, data_key IN ACCESS SHARE MODE")
            yield KeyRows(connection)

    @contextmanager
    def writing(self) -> Iterator[KeyRows]:
        """What was written is on the disk when the context ends."""
        with translated(), self._writer.begin() as connection:
            if self._shared:
                connection.exec_driver_sql("LOCK TABLE root_key IN EXCLUSIVE MODE")
            yield KeyRows(connection)

    def close(self) -> None:
        self._writer.dispose()
        self._reader.dispose()


def create_keys(places: Places) -> None:
    """Make the file (mode 0600), or use the database on the server, and make the tables in it.

    Unless they are there. NewerStoreError; SharedKeysError if a store is in that database.
    """
    if not on_server(places.keys_url):
        create_file(places.keys_url)
    with migrating(places.keys_url) as connection:
        _require_apart(connection)
        if _version(connection) > VERSION:
            raise NewerStoreError
        METADATA.create_all(connection)
        connection.exec_driver_sql(SET_VERSION[connection.dialect.name])


def require_keys(places: Places) -> None:
    """MissingCaseKeysError, UnsafeCaseKeysError or SharedKeysError unless keys can be there.

    In a file that is closed to others, or in a database of their own.
    """
    if not are_there(places):
        raise MissingCaseKeysError
    if not places.keys_server and not is_private(places.keys):
        raise UnsafeCaseKeysError


def are_there(places: Places) -> bool:
    """Whether there is a place for keys, if an empty one."""
    if not places.keys_server:
        return places.keys.exists()
    with one_transaction(places.keys_server, read_only=True) as connection:
        _require_apart(connection)
        return inspect(connection).has_table(ROOT.name)


def is_taken(places: Places) -> bool:
    """Whether there are keys that must not be overwritten."""
    if not are_there(places) or not places.keys_server:
        return are_there(places)
    with closing(KeyStore(places)) as keys, keys.reading() as rows:
        return bool(rows.roots())


def scrub_keys(places: Places) -> None:
    """Leave no trace of destroyed keys; as `storage.engine.scrub`."""
    scrub(places.keys_url, METADATA.tables)


def copy_keys(source: Places, target: Places) -> None:
    """All keys as they stand at one moment, to where there are none."""
    create_keys(target)
    with closing(KeyStore(source)) as old, closing(KeyStore(target)) as new:  # noqa: SIM117 - the stores are closed last
        with old.reading() as rows, new.writing() as taken:
            taken.take(rows.everything())


def _require_apart(connection: Connection) -> None:
    """Who copies the cases must not copy their keys along."""
    if inspect(connection).has_table("case"):
        raise SharedKeysError


def _version(connection: Connection) -> int:
    found = connection.exec_driver_sql(GET_VERSION[connection.dialect.name]).scalar()
    return int(found or 0)
