"""The few statements that each database spells in its own way."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, SQLModel

INSERT = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}


def insert_new(session: Session, row: SQLModel, unique: Sequence[str]) -> bool:
    """Insert `row` unless one with the same `unique` columns is there; whether it was inserted.

    Unlike a caught error, this leaves the transaction usable on every database.
    """
    insert: Any = INSERT[session.get_bind().dialect.name]
    statement = insert(type(row)).values(**row.model_dump(exclude_none=True))
    result = session.connection().execute(statement.on_conflict_do_nothing(index_elements=unique))
    return bool(result.rowcount)
