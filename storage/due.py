"""What falls due, when, and what was done already; a done row stays, so nothing is done twice."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, func, or_
from sqlmodel import Session, col, select, update

from meldcode.duties import Duty, Kind
from meldcode.people import Audience
from storage.records import Subject
from storage.sql import insert
from storage.tables import DueRow


@dataclass(frozen=True, slots=True)
class Due:
    """A duty whose moment has come, and what it is about."""

    subject: Subject
    duty: Duty


class DueTable:
    def __init__(self, session: Session) -> None:
        self._session = session

    def sync(self, subject: Subject, duties: Iterable[Duty]) -> None:
        """Make the open duties of `subject` exactly these; done ones are left alone."""
        wanted = {duty.key: duty for duty in duties}
        rows = self._session.exec(select(DueRow).where(*_of(subject))).all()
        for row in rows:
            duty = wanted.pop(row.key, None)
            if row.done_at is not None:
                continue
            if duty is None:
                self._session.delete(row)
            else:
                _write(row, duty)
        insert(self._session, *(_row(subject, duty) for duty in wanted.values()))

    def claim(self, now: datetime, lease: timedelta, limit: int) -> tuple[Due, ...]:
        """Up to `limit` duties whose moment has come, the oldest first.

        Unless they are done, they come back after `lease`; so do those with a lease that nobody can
        have given by now: the clock was wrong then.
        """
        until = col(DueRow.leased_until)
        free = or_(until.is_(None), until <= now, until > now + lease)
        query = select(DueRow).where(col(DueRow.done_at).is_(None), DueRow.at <= now, free)
        query = query.order_by(col(DueRow.at)).limit(limit).with_for_update(skip_locked=True)
        rows = self._session.exec(query).all()
        for row in rows:
            row.leased_until = now + lease
        return tuple(map(_due, rows))

    def cases(
        self, kinds: Iterable[Kind], now: datetime, since: datetime | None = None
    ) -> frozenset[str]:
        """Ids of the cases in which something of these kinds fell due, ever or after `since`."""
        about = (DueRow.subject_kind == "case", col(DueRow.kind).in_(kinds), DueRow.at <= now)
        lately = (DueRow.at > since,) if since else ()
        return frozenset(self._session.exec(select(DueRow.subject_id).where(*about, *lately)))

    def waiting(self, now: datetime) -> int:
        """How many are open whose moment has come."""
        open_now = (col(DueRow.done_at).is_(None), DueRow.at <= now)
        return self._session.exec(select(func.count()).select_from(DueRow).where(*open_now)).one()

    def done(self, due: Due, now: datetime) -> bool:
        """False if it was done, withdrawn or moved meanwhile: then it must not be acted on."""
        same = (*_of(due.subject), col(DueRow.key) == due.duty.key, col(DueRow.at) == due.duty.at)
        query = update(DueRow).where(*same, col(DueRow.done_at).is_(None)).values(done_at=now)
        return bool(self._session.exec(query).rowcount)


def _of(subject: Subject) -> tuple[ColumnElement[bool], ...]:
    return col(DueRow.subject_kind) == subject.kind, col(DueRow.subject_id) == subject.id


def _row(subject: Subject, duty: Duty) -> DueRow:
    return DueRow(
        subject_kind=subject.kind,
        subject_id=subject.id,
        key=duty.key,
        kind=duty.kind,
        audience=duty.to,
        person_id=duty.person,
        at=duty.at,
    )


def _write(row: DueRow, duty: Duty) -> None:
    row.kind, row.audience, row.person_id, row.at = duty.kind, duty.to, duty.person, duty.at


def _due(row: DueRow) -> Due:
    duty = Duty(Kind(row.kind), row.key, row.at, Audience(row.audience), row.person_id)
    return Due(Subject(row.subject_kind, row.subject_id), duty)
