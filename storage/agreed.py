"""What people have read and understood, once; nothing waits for it."""

from datetime import datetime

from sqlmodel import Session

from storage.sql import insert_new
from storage.tables_aside import AgreedRow


class Agreed:
    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, person_id: str, what: str, at: datetime) -> None:
        """The first time counts."""
        row = AgreedRow(person_id=person_id, what=what, at=at)
        insert_new(self._session, row, "person_id", "what")

    def has(self, person_id: str, what: str) -> bool:
        return self._session.get(AgreedRow, (person_id, what)) is not None
