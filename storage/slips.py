"""Slips of paper: encrypted, of one person at one school, thrown away at their time or before."""

import json
from collections.abc import Iterable
from datetime import UTC, datetime

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, delete, select

from storage.records import Slip
from storage.tables_aside import SlipRow
from storage.vault import Cipher, Place


class Slips:
    """What has expired is as good as gone, also before it is purged."""

    def __init__(self, session: Session, cipher: Cipher) -> None:
        self._session = session
        self._cipher = cipher

    def put(self, slip: Slip) -> None:
        """Keep it, in place of what stood on it before."""
        row = SlipRow(
            id=slip.id,
            kind=slip.kind,
            owner_id=slip.owner,
            school_id=slip.school,
            waiting=slip.waiting,
            body=b"",
            expires_at=slip.expires_at,
        )
        row.body = self._cipher.seal(json.dumps(dict(slip.body)).encode(), _place(row))
        self._session.merge(row)

    def get(self, slip_id: str, now: datetime) -> Slip | None:
        return next(iter(self._found(now, col(SlipRow.id) == slip_id)), None)

    def of_owner(self, person_id: str, kind: str, now: datetime) -> tuple[Slip, ...]:
        """The first to be thrown away on top."""
        return self._found(now, col(SlipRow.owner_id) == person_id, col(SlipRow.kind) == kind)

    def of_school(self, school: str, kind: str, now: datetime) -> tuple[Slip, ...]:
        """The same, of everybody of a school."""
        return self._found(now, col(SlipRow.school_id) == school, col(SlipRow.kind) == kind)

    def drop(self, slip_id: str) -> None:
        self._session.exec(delete(SlipRow).where(col(SlipRow.id) == slip_id))

    def purge(self, now: datetime) -> int:
        """Delete what has expired; how many that were."""
        old = delete(SlipRow).where(col(SlipRow.expires_at) <= now)
        return self._session.exec(old).rowcount

    def _found(self, now: datetime, *which: ColumnElement[bool]) -> tuple[Slip, ...]:
        query = select(SlipRow).where(*which, col(SlipRow.expires_at) > now)
        return tuple(self._read(self._session.exec(query.order_by(col(SlipRow.expires_at)))))

    def _read(self, rows: Iterable[SlipRow]) -> Iterable[Slip]:
        for row in rows:
            body = json.loads(self._cipher.open(row.body, _place(row)))
            yield Slip(
                *(row.id, row.kind, row.owner_id, row.school_id),
                body=body,
                expires_at=row.expires_at,
                waiting=row.waiting,
            )


def _place(row: SlipRow) -> Place:
    """Bound to all that stands beside it: who may read it, and until when."""
    until = row.expires_at.astimezone(UTC).isoformat()
    told = json.dumps([row.kind, row.owner_id, row.waiting, until])
    return Place("", "slip", "body", row.id, row.school_id, told)
