"""Who opened which case, when and why; written once, kept for ever."""

from dataclasses import asdict

from sqlmodel import Session, col, select

from storage.records import AccessLine
from storage.sql import insert
from storage.tables import AccessLineRow


class AccessLog:
    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, line: AccessLine) -> None:
        insert(self._session, AccessLineRow(**asdict(line)))

    def lines(self, case_id: str) -> tuple[AccessLine, ...]:
        """The lines of a case, oldest first."""
        query = select(AccessLineRow).where(AccessLineRow.case_id == case_id)
        rows = self._session.exec(query.order_by(col(AccessLineRow.id)))
        return tuple(AccessLine(**row.model_dump(exclude={"id"})) for row in rows)
