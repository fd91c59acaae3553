"""Who opened which case, when, why and as what; written once, kept for ever."""

from collections.abc import Iterator
from dataclasses import asdict
from datetime import datetime

from sqlmodel import Session, col, select

from meldcode.access import Action
from storage.records import AccessLine
from storage.sql import insert
from storage.tables import AccessLineRow, CaseRow

CREATED = "create"
SEEN = frozenset({Action.OPEN, Action.READ, Action.ATTEND})
"""What changes nothing; a look."""


class AccessLog:
    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, line: AccessLine) -> None:
        insert(self._session, AccessLineRow(**asdict(line)))

    def lines(self, case_id: str) -> tuple[AccessLine, ...]:
        """The lines of a case, oldest first."""
        query = select(AccessLineRow).where(AccessLineRow.case_id == case_id)
        return tuple(map(_line, self._session.exec(query.order_by(col(AccessLineRow.id)))))

    def between(
        self, since: datetime, until: datetime, school: str | None = None
    ) -> Iterator[tuple[AccessLine, str, str]]:
        """All lines from `since` up to `until`, oldest first, with the code and school of each."""
        query = select(AccessLineRow, CaseRow.code, CaseRow.school_id).join(CaseRow)
        query = query.where(col(AccessLineRow.at) >= since, col(AccessLineRow.at) < until)
        if school is not None:
            query = query.where(CaseRow.school_id == school)
        for row, code, where in self._session.exec(query.order_by(col(AccessLineRow.id))):
            yield _line(row), code, where


def kind(line: AccessLine) -> str:
    """What somebody did, in a word: "refused", "create", "read" or "write"."""
    if not line.granted:
        return "refused"
    if line.action == CREATED:
        return CREATED
    return "read" if line.action in SEEN else "write"


def _line(row: AccessLineRow) -> AccessLine:
    return AccessLine(**row.model_dump(exclude={"id"}))
