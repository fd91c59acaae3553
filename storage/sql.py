"""Inserts without the ORM: in one submission they took more time than all else together."""

from collections.abc import Callable
from functools import cache
from itertools import groupby
from typing import Any

from sqlalchemy import Executable, Table, inspect
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, SQLModel

COUNTED = {"preserve_rowcount": True}
"""Without this option it is not known on every database whether a row was inserted."""

INSERT: dict[str, Callable[[Table], Any]] = {
    "sqlite": sqlite.insert,
    "postgresql": postgresql.insert,
}


def insert(session: Session, *rows: SQLModel) -> None:
    """Insert in this order; rows of one table that follow each other go in one statement."""
    for (model, _), alike in groupby(rows, lambda row: (type(row), frozenset(_values(row)))):
        values = [_values(row) for row in alike]
        session.connection().execute(_statement(model, (), _dialect(session)), values)


def insert_new(session: Session, row: SQLModel, *unique: str) -> bool:
    """Insert `row` unless one with the same `unique` columns is there; whether it was inserted.

    Unlike a caught error, this leaves the transaction usable on every database.
    """
    statement = _statement(type(row), unique, _dialect(session))
    done = session.connection().execute(statement, _values(row), execution_options=COUNTED)
    return bool(done.rowcount)


def _values(row: SQLModel) -> dict[str, Any]:
    return row.model_dump(exclude_none=True)


def _dialect(session: Session) -> str:
    return session.get_bind().dialect.name


@cache
def _statement(model: type[SQLModel], unique: tuple[str, ...], dialect: str) -> Executable:
    statement = INSERT[dialect](inspect(model).local_table)
    result: Executable = (
        statement.on_conflict_do_nothing(index_elements=unique) if unique else statement
    )
    return result
