"""All rows of a store as values, to carry them from one database to another."""

from collections.abc import Callable, Generator, Mapping
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, Select, Table, func, insert, select, text
from sqlmodel import SQLModel

Row = Mapping[str, Any]
Count = Callable[[int], None]
"""Told of how many rows more something was done."""

BATCH = 5000
NUMBERED = ("access_line", "outbox")
"""Tables whose rows the database numbers."""

MARK = "unfinished_copy"
"""The setting of a store into which rows are still being brought; no row of the store itself."""


def tables() -> list[Table]:
    """Those that others refer to come first."""
    return SQLModel.metadata.sorted_tables


def count(connection: Connection, table: Table) -> int:
    query = select(func.count()).select_from(of(table).subquery())
    return connection.execute(query).scalar_one()


def total(connection: Connection) -> int:
    return sum(count(connection, table) for table in tables())


def of(table: Table) -> Select[Any]:
    """Every row of a table, but for the mark."""
    query = select(table)
    return query.where(table.c.name != MARK) if table.name == "setting" else query


def parts(connection: Connection, table: Table, after: int = 0) -> Generator[list[Row]]:
    """Batches, in the order of the primary key, without the first `after` rows."""
    query = of(table).order_by(*table.primary_key).offset(after or None)
    result = connection.execute(query.execution_options(yield_per=BATCH))
    for part in result.mappings().partitions():
        yield [dict(row) for row in part]


def put(connection: Connection, table: Table, part: list[Row]) -> None:
    connection.execute(insert(table), part)


def number_on(connection: Connection) -> None:
    """Let a server number new rows after the last of those that were put there."""
    for name in NUMBERED:
        last = f"SELECT setval(pg_get_serial_sequence('{name}', 'id'), max(id)) FROM {name}"  # noqa: S608 - names from above
        connection.execute(text(last))


def digest(connection: Connection, counted: Count) -> bytes:
    """32 bytes over every value; the same in whatever order a database gives its rows."""
    found = sha256()
    for table in tables():
        rows = 0
        for part in parts(connection, table):
            rows += sum(_number(row) for row in part)
            counted(len(part))
        found.update(f"{table.name} {rows}\n".encode())
    return found.digest()


def _number(row: Row) -> int:
    return int.from_bytes(sha256(repr(tuple(row.values())).encode()).digest())
