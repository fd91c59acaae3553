"""Who practised on which day: a fact of the training register, without a word of the exercise."""

from datetime import date

from sqlmodel import Session, col, func, select

from storage.sql import insert_new
from storage.tables import RoleRow
from storage.tables_aside import PractisedRow


class Practised:
    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, person_id: str, on: date) -> None:
        """Once a day is enough."""
        insert_new(self._session, PractisedRow(person_id=person_id, on=on), "person_id", "on")

    def count(self, school: str, since: date) -> int:
        """How many people with a role at the school have practised since this day."""
        here = select(RoleRow.person_id).where(RoleRow.school_id == school)
        query = select(func.count(func.distinct(PractisedRow.person_id)))
        query = query.where(PractisedRow.on >= since, col(PractisedRow.person_id).in_(here))
        return self._session.exec(query).one()
