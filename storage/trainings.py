"""The register of trainings; their names are encrypted, for people type what they like."""

import json
from collections.abc import Iterable

from sqlmodel import Session, col, delete, select

from meldcode.choices_training import TrainingKind
from meldcode.training import Training
from storage.tables import PersonRow
from storage.tables_aside import TrainingRow
from storage.vault import Cipher, Place


class Trainings:
    def __init__(self, session: Session, cipher: Cipher) -> None:
        self._session = session
        self._cipher = cipher

    def put(self, one: Training) -> None:
        row = TrainingRow(id=one.id, person_id=one.person, kind=one.kind, on=one.on, what=b"")
        row.what = self._cipher.seal(one.what.encode(), _place(row))
        self._session.merge(row)

    def get(self, training_id: str) -> Training | None:
        row = self._session.get(TrainingRow, training_id)
        return None if row is None else self._read(row)

    def of_people(self, people: Iterable[str]) -> tuple[Training, ...]:
        """Of all these people, in no particular order."""
        query = select(TrainingRow).where(col(TrainingRow.person_id).in_(list(people)))
        return tuple(map(self._read, self._session.exec(query)))

    def drop(self, training_id: str) -> None:
        self._session.exec(delete(TrainingRow).where(col(TrainingRow.id) == training_id))

    def forget_leavers(self) -> None:
        """Delete those of people who are no longer in the organisation file."""
        gone = select(PersonRow.id).where(~col(PersonRow.active))
        self._session.exec(delete(TrainingRow).where(col(TrainingRow.person_id).in_(gone)))

    def _read(self, row: TrainingRow) -> Training:
        what = self._cipher.open(row.what, _place(row)).decode()
        return Training(row.id, row.person_id, TrainingKind(row.kind), row.on, what)


def _place(row: TrainingRow) -> Place:
    """Bound to all that stands beside it: nobody gets another one's training, or another day."""
    told = json.dumps([row.person_id, row.kind, row.on.isoformat()])
    return Place("", "training", "what", row.id, context=told)
