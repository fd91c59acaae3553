"""Whose chat account is linked: the token of that account is encrypted, the rest bookkeeping."""

from datetime import datetime

from sqlmodel import Session, col, delete, select

from storage.tables_aside import LinkedAccountRow, LinkRequestRow
from storage.vault import Cipher, Place


class LinkedAccounts:
    def __init__(self, session: Session, cipher: Cipher) -> None:
        self._session = session
        self._cipher = cipher

    def ask(self, person_id: str, state: str, expires_at: datetime) -> None:
        """Somebody goes to link their account; what they asked before counts no more."""
        row = LinkRequestRow(person_id=person_id, state=state, expires_at=expires_at)
        self._session.merge(row)

    def take(self, state: str, now: datetime) -> str | None:
        """Who asked with this state; None if nobody did, too long ago, or if it was taken."""
        query = select(LinkRequestRow).where(LinkRequestRow.state == state)
        row = self._session.exec(query).first()
        if row is None:
            return None
        self._session.delete(row)
        return row.person_id if row.expires_at > now else None

    def put(self, person_id: str, token: str) -> None:
        """In place of what was kept for this person before."""
        sealed = self._cipher.seal(token.encode(), _place(person_id))
        self._session.merge(LinkedAccountRow(person_id=person_id, token=sealed))

    def token(self, person_id: str) -> str | None:
        row = self._session.get(LinkedAccountRow, person_id)
        return None if row is None else self._cipher.open(row.token, _place(person_id)).decode()

    def has(self, person_id: str) -> bool:
        return self._session.get(LinkedAccountRow, person_id) is not None

    def drop(self, person_id: str) -> None:
        """Also what was asked and not yet done."""
        for table in (LinkedAccountRow, LinkRequestRow):
            self._session.exec(delete(table).where(col(table.person_id) == person_id))

    def people(self) -> tuple[str, ...]:
        """Everybody whose account is linked."""
        return tuple(self._session.exec(select(LinkedAccountRow.person_id)))

    def purge(self, now: datetime) -> None:
        """Delete requests that have expired."""
        self._session.exec(delete(LinkRequestRow).where(col(LinkRequestRow.expires_at) <= now))


def _place(person_id: str) -> Place:
    return Place("", "linked_account", "token", person_id)
