"""Second factors of people who read cases; the secret is encrypted, the rest is bookkeeping."""

from sqlmodel import Session, col, delete

from storage.records import SecondFactor
from storage.tables_aside import SecondFactorRow
from storage.vault import Cipher, Place


class SecondFactors:
    def __init__(self, session: Session, cipher: Cipher) -> None:
        self._session = session
        self._cipher = cipher

    def get(self, person_id: str) -> SecondFactor | None:
        row = self._session.get(SecondFactorRow, person_id)
        if row is None:
            return None
        secret = self._cipher.open(row.secret, _place(person_id))
        return SecondFactor(secret, row.used, row.until, row.wrong, row.wait_until)

    def put(self, person_id: str, factor: SecondFactor) -> None:
        """In place of what was kept for this person before."""
        row = SecondFactorRow(
            person_id=person_id,
            secret=self._cipher.seal(factor.secret, _place(person_id)),
            used=factor.used,
            until=factor.until,
            wrong=factor.wrong,
            wait_until=factor.wait_until,
        )
        self._session.merge(row)

    def drop(self, person_id: str) -> None:
        mine = col(SecondFactorRow.person_id) == person_id
        self._session.exec(delete(SecondFactorRow).where(mine))

    def has(self, person_id: str) -> bool:
        return self._session.get(SecondFactorRow, person_id) is not None


def _place(person_id: str) -> Place:
    return Place("", "second_factor", "secret", person_id)
