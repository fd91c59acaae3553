"""What a person has typed and not yet sent, encrypted, one per form, for a day."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from sqlmodel import Session, col, delete

from storage.tables import DraftRow
from storage.vault import Cipher, Place


class Drafts:
    def __init__(self, session: Session, cipher: Cipher) -> None:
        self._session = session
        self._cipher = cipher

    def save(
        self, person_id: str, form: str, values: Mapping[str, Any], expires_at: datetime
    ) -> None:
        """Keep `values` (JSON) instead of what this person typed in this form before."""
        body = self._cipher.seal(
            json.dumps(dict(values)).encode(), _place(person_id, form, expires_at)
        )
        row = DraftRow(person_id=person_id, form=form, body=body, expires_at=expires_at)
        self._session.merge(row)

    def load(self, person_id: str, form: str, now: datetime) -> dict[str, Any] | None:
        row = self._session.get(DraftRow, (person_id, form))
        if row is None or row.expires_at <= now:
            return None
        place = _place(person_id, form, row.expires_at)
        values: dict[str, Any] = json.loads(self._cipher.open(row.body, place))
        return values

    def drop(self, person_id: str, form: str) -> None:
        mine = (col(DraftRow.person_id) == person_id, col(DraftRow.form) == form)
        self._session.exec(delete(DraftRow).where(*mine))

    def purge(self, now: datetime) -> int:
        """Delete what has expired; how many that were."""
        old = delete(DraftRow).where(col(DraftRow.expires_at) <= now)
        return self._session.exec(old).rowcount


def _place(person_id: str, form: str, expires_at: datetime) -> Place:
    """Bound to its end, so that an older draft does not open in the place of a newer one."""
    until = expires_at.astimezone(UTC).isoformat()
    return Place("", "draft", "body", json.dumps([person_id, form]), context=until)
