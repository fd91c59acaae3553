"""Erasing a case for ever: its key, and every row that is about it.

What stays is a stub without content, the access log, and the events of which nobody can read a
word any more, so that the chain of the store can still be checked.

A ledger outside the database says which cases were erased. It is written first: what is in it will
be erased, also after a crash, and again after an older backup was put back.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Table, delete, func, or_
from sqlmodel import Session, SQLModel, col, select, update

from storage.columns import utc
from storage.sql import insert, insert_new
from storage.tables import ERASED, CaseRow, ReceiptRow, SettingRow
from storage.tables_aside import ErasedCaseRow

KEPT = frozenset({"case_event", "access_line", "erased_case"})
"""Tables whose rows about a case stay: they can only be added to, and hold no readable content."""

TOUCHED = frozenset(SQLModel.metadata.tables) - KEPT
"""Tables in which rows are deleted or made bare."""

WORD = re.compile(r"[\w:.-]{1,64}")
TRACES = "traces_of_erased"
"""A setting that is there while deleted rows may still be found in the files."""


@dataclass(frozen=True, slots=True)
class Erasure:
    """An order to erase a case; `ground` is one word, `decided_by` a person id.

    Raises:
        ValueError: `ground` is more than a word, and may be content.
    """

    case_id: str
    ground: str
    decided_by: str
    at: datetime

    def __post_init__(self) -> None:
        if not WORD.fullmatch(self.ground):
            raise ValueError("The ground of an erasure is one word.")


@dataclass(frozen=True, slots=True)
class ErasedCase:
    """What is left of a case; `entries` is how many events it had, `ended_at` when the last was."""

    case_id: str
    code: str
    school: str
    raised_at: datetime
    ended_at: datetime
    entries: int
    ground: str
    decided_by: str
    erased_at: datetime


class ErasedCases:
    """The stubs."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def of_school(self, school: str) -> tuple[ErasedCase, ...]:
        """In the order in which they were erased."""
        query = select(ErasedCaseRow).where(ErasedCaseRow.school == school)
        rows = self._session.exec(query.order_by(col(ErasedCaseRow.erased_at)))
        return tuple(ErasedCase(**row.model_dump()) for row in rows)

    def count(self) -> int:
        """Of all schools together."""
        return self._session.exec(select(func.count()).select_from(ErasedCaseRow)).one()


def stubs(session: Session, erasures: Sequence[Erasure]) -> tuple[ErasedCase, ...]:
    """What will be left; of cases that are not there, or were erased before, nothing."""
    found = ((session.get(CaseRow, erasure.case_id), erasure) for erasure in erasures)
    return tuple(_stub(row, one) for row, one in found if row and row.status != ERASED)


def remove(session: Session, erased: Iterable[ErasedCase]) -> None:
    """Take away all that is about these cases but their stubs."""
    for case in erased:
        if session.get(CaseRow, case.case_id) is not None:
            _remove(session, case)
            row = SettingRow(name=TRACES, value=b"")
            insert_new(session, row, "name")


def _remove(session: Session, case: ErasedCase) -> None:
    for table in reversed(SQLModel.metadata.sorted_tables):
        if table.name not in KEPT and (which := _about(table, case.case_id)) is not None:
            session.connection().execute(delete(table).where(which))
    results = delete(ReceiptRow).where(col(ReceiptRow.result) == case.case_id)
    session.connection().execute(results)
    session.connection().execute(
        update(CaseRow).where(col(CaseRow.id) == case.case_id).values(**BARE)
    )
    session.expire_all()
    insert(session, ErasedCaseRow(**asdict(case)))


BARE = {
    "status": ERASED,
    "stage": ERASED,
    "asked": False,
    "holder_id": None,
    "read_at": None,
    "answered_at": None,
    "next_check": None,
}
"""What stays of the row of a case says that there was one, of whom, and since when."""


def _about(table: Table, case_id: str) -> ColumnElement[bool] | None:
    """That a row is about this case; None for a table that cannot be."""
    if "subject_kind" in table.c:
        return (table.c.subject_kind == "case") & (table.c.subject_id == case_id)
    names = [key.parent for key in table.foreign_keys if key.target_fullname == "case.id"]
    return or_(*(name == case_id for name in names)) if names else None


def _stub(row: CaseRow, erasure: Erasure) -> ErasedCase:
    return ErasedCase(
        case_id=row.id,
        code=row.code,
        school=row.school_id,
        raised_at=row.raised_at,
        ended_at=row.updated_at,
        entries=row.version,
        ground=erasure.ground,
        decided_by=erasure.decided_by,
        erased_at=erasure.at,
    )


INSTANTS = ("raised_at", "ended_at", "erased_at")


def to_record(case: ErasedCase) -> dict[str, object]:
    """As a line of the ledger."""
    return asdict(case) | {name: utc(getattr(case, name)).isoformat() for name in INSTANTS}


def from_record(record: dict[str, str]) -> ErasedCase:
    instants = {name: datetime.fromisoformat(record[name]) for name in INSTANTS}
    return ErasedCase(**{**record, **instants})  # type: ignore[arg-type]  # our own signed line
