"""Random words that stand for a case or meeting in what chat keeps; they open for one person."""

from base64 import urlsafe_b64encode
from collections.abc import Callable
from datetime import datetime

from sqlmodel import Session, col, delete, select

from storage.records import Subject
from storage.sql import insert
from storage.tables import HandleRow

HANDLE_BYTES = 15
"""120 bits, which make 20 characters without padding."""


class Handles:
    def __init__(self, session: Session, random_bytes: Callable[[int], bytes]) -> None:
        self._session = session
        self._random_bytes = random_bytes

    def give(self, person_id: str, subject: Subject, now: datetime, expires_at: datetime) -> str:
        """The person's handle of `subject`: the same one while it is alive, else a new one."""
        query = select(HandleRow).where(
            HandleRow.person_id == person_id,
            HandleRow.subject_kind == subject.kind,
            HandleRow.subject_id == subject.id,
        )
        row = self._session.exec(query).first()
        if row is not None and row.expires_at > now:
            row.expires_at = max(row.expires_at, expires_at)
            return row.handle
        return self._renew(row, person_id, subject, expires_at)

    def resolve(self, handle: str, person_id: str, now: datetime) -> Subject | None:
        """None if it is unknown, expired or somebody else's: the caller cannot tell which."""
        row = self._session.get(HandleRow, handle)
        if row is None or row.person_id != person_id or row.expires_at <= now:
            return None
        return Subject(row.subject_kind, row.subject_id)

    def purge(self, now: datetime) -> int:
        """Delete what has expired; how many that were."""
        old = delete(HandleRow).where(col(HandleRow.expires_at) <= now)
        return self._session.exec(old).rowcount

    def _renew(
        self, expired: HandleRow | None, person_id: str, subject: Subject, expires_at: datetime
    ) -> str:
        if expired is not None:
            self._session.delete(expired)
            self._session.flush()
        handle = urlsafe_b64encode(self._random_bytes(HANDLE_BYTES)).decode()
        row = HandleRow(
            handle=handle,
            person_id=person_id,
            subject_kind=subject.kind,
            subject_id=subject.id,
            expires_at=expires_at,
        )
        insert(self._session, row)
        return handle
