"""Columns, keys and indexes that are the same in SQLite and PostgreSQL."""

from datetime import UTC, datetime

from sqlalchemy import DateTime, Dialect, ForeignKeyConstraint, Index, text
from sqlalchemy.types import TypeDecorator


def utc(value: datetime) -> datetime:
    return value.astimezone(UTC)


class Instant(TypeDecorator[datetime]):
    """An aware instant, kept in UTC and given back in UTC; a naive one is a ValueError."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("An instant needs a time zone.")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        # SQLite keeps no zone: what comes back naive was written in UTC.
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def open_index(name: str, condition: str, *columns: str) -> Index:
    """An index over the rows that still wait; finished rows, kept for ever, cost it nothing."""
    return Index(name, *columns, sqlite_where=text(condition), postgresql_where=text(condition))


def of_one_school(above: str, school: str = "school_id") -> ForeignKeyConstraint:
    """That what a row names is of the same school as the row."""
    return ForeignKeyConstraint([f"{above}_id", school], [f"{above}.id", f"{above}.school_id"])
