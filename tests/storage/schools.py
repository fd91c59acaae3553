"""A row of each of two schools in every table, and what a question without a WHERE finds."""

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    ColumnElement,
    Date,
    Integer,
    LargeBinary,
    Table,
    and_,
)
from sqlmodel import AutoString, Session, SQLModel, select

from meldcode.parts import Status
from meldcode.people import Person, Role
from meldcode.progress import Stage
from storage.columns import Instant
from storage.scope import Scope
from storage.walls import BOARD_WIDE
from tests.storage.builders import NOW, TODAY, Place

TABLES: Mapping[str, Table] = {
    table.name: table for table in SQLModel.metadata.sorted_tables if table.name not in BOARD_WIDE
}
"""Those of which somebody may see the rows of their own school; who is named by others first."""

OWN, OTHER = "s1", "s2"
PEOPLE = {OWN: "teacher", OTHER: "other-teacher"}
SOMEBODY = Person("teacher", "T", {OWN: frozenset({Role.TEACHER})}, frozenset(), TODAY)

NAMED: Mapping[str, Callable[[str], str]] = {
    "case_id": "case-{}".format,
    "subject_id": "case-{}".format,
    "meeting_id": "meeting-{}".format,
    "person_id": PEOPLE.__getitem__,
    "owner_id": PEOPLE.__getitem__,
    "raised_by": PEOPLE.__getitem__,
    "school_id": str,
    "school": str,
    "subject_kind": lambda _school: "case",
    "status": lambda _school: Status.NEW,
    "stage": lambda _school: Stage.SENT,
}
VALUES: Mapping[type, Callable[[str], Any]] = {
    AutoString: str,
    Integer: lambda school: int(school[1:]),
    LargeBinary: str.encode,
    Boolean: lambda _school: False,
    Date: lambda _school: TODAY,
    Instant: lambda _school: NOW,
    JSON: lambda _school: {},
}


def row(table: Table, school: str) -> dict[str, Any]:
    """A row about the case, the meeting or the person of a school."""
    return {
        column.name: _value(table, column, school)
        for column in table.columns
        if not column.nullable or column.name in NAMED
    }


def _value(table: Table, column: Column[Any], school: str) -> Any:  # noqa: ANN401 - of any column
    if column.name == "id" and isinstance(column.type, AutoString):
        return f"{table.name}-{school}"
    if column.name in NAMED:
        return NAMED[column.name](school)
    return VALUES[type(column.type)](school)


def fill(place: Place, without: str = "") -> None:
    """One row of each school in every table, or in all but one."""
    with place.engine.begin() as connection:
        connection.execute(TABLES["meeting"].delete())
        for table in (table for name, table in TABLES.items() if name != without):
            for school in (OWN, OTHER):
                connection.execute(table.insert().values(row(table, school)))


def key(table: Table, school: str) -> tuple[Any, ...]:
    """The primary key of the row of a school."""
    values = row(table, school)
    return tuple(values[column.name] for column in table.primary_key)


def is_of(table: Table, school: str) -> ColumnElement[bool]:
    """That a row is the one of a school."""
    pairs = zip(table.primary_key, key(table, school), strict=True)
    return and_(*(column == value for column, value in pairs))


def seen(session: Session, table: Table) -> list[tuple[Any, ...]]:
    """What a question finds that forgot its WHERE."""
    return [tuple(one) for one in session.connection().execute(select(*table.primary_key))]


def leaks(session: Session) -> list[str]:
    """The tables of which somebody of a school sees more than the row of that school."""
    Scope(session).only(SOMEBODY)
    return [name for name, table in TABLES.items() if seen(session, table) != [key(table, OWN)]]
