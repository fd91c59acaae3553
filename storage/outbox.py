"""Messages that must still go out, and those that did.

A row is written in the transaction of the change it tells of, and sent afterwards. A claim is a
lease: who dies while sending loses it, and the row comes back. So a message can be sent twice,
never lost; the receiver tells a second one by its key.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, case, exists, func, literal_column, or_
from sqlmodel import Session, SQLModel, col, select, update

from storage.columns import Instant
from storage.records import Message, Scalar
from storage.scope import beyond
from storage.sql import insert_new
from storage.tables import OutboxRow

SENT, DEAD, DROPPED = "sent", "dead", "dropped"
# A literal, not a parameter: only then does SQLite use the index over waiting rows.
WAITING: ColumnElement[str] = literal_column("'waiting'")
_TABLE = SQLModel.metadata.tables["outbox"]
WORD = re.compile(r"[\w:.+-]{0,64}")


class UnsafeParameterError(ValueError):
    """A parameter that is more than a number, a date, a flag or one word: it may be content."""


@dataclass(frozen=True, slots=True)
class OutboxMessage:
    """An envelope to send.

    `key` names the occasion: the same key is stored once. `params` fill the neutral text. With
    `threaded` it is a reply to the case's first message to this person. `urgent` overtakes what
    else waits for this person.
    """

    key: str
    person_id: str
    kind: str
    text_key: str
    not_before: datetime
    case_id: str | None = None
    params: Mapping[str, Scalar] = field(default_factory=dict)
    threaded: bool = True
    urgent: bool = False


@dataclass(frozen=True, slots=True)
class Claimed:
    """A message to send now; `attempts` counts this try, and each before that may have sent it."""

    id: int
    attempts: int
    message: OutboxMessage


class Outbox:
    def __init__(self, session: Session) -> None:
        self._session = session

    def put(self, message: OutboxMessage) -> bool:
        """False if this key is there already; then nothing changes."""
        if not all(map(_is_safe, message.params.values())):
            raise UnsafeParameterError
        return insert_new(self._session, _row(message), "key")

    def claim(self, now: datetime, lease: timedelta, limit: int) -> tuple[Claimed, ...]:
        """Up to `limit` messages that may go out, urgent ones first.

        Of each person only the oldest that waits, so that order is kept also over retries.
        """
        waits = (OutboxRow.state == WAITING, OutboxRow.not_before <= now)
        query = select(OutboxRow).where(*waits, OutboxRow.retry_at <= now, ~_behind_another())
        query = query.order_by(
            col(OutboxRow.urgent).desc(), col(OutboxRow.not_before), col(OutboxRow.id)
        )
        rows = self._session.exec(query.limit(limit).with_for_update(skip_locked=True)).all()
        for row in rows:
            row.attempts += 1
            row.retry_at = now + lease
        return tuple(map(_claimed, rows))

    def sent(self, outbox_id: int, message: Message, now: datetime) -> None:
        self._settle(outbox_id, SENT, now, channel=message.channel, ts=message.ts)

    def retry(self, outbox_id: int, at: datetime, reason: str) -> None:
        """Try again from `at` on; `reason` is a code, never an answer's text."""
        values = {"retry_at": at, "reason": reason}
        self._update(col(OutboxRow.id) == outbox_id, values)

    def hold(self, outbox_id: int, at: datetime, reason: str) -> None:
        """The same, when this try surely sent nothing: then it does not count as one."""
        mine = update(OutboxRow).where(col(OutboxRow.id) == outbox_id)
        fewer = col(OutboxRow.attempts) - 1
        self._session.exec(mine.values(retry_at=at, reason=reason, attempts=fewer))

    def dead(self, outbox_id: int, reason: str, now: datetime) -> None:
        """Give up; `doctor` shows how many there are and why."""
        self._settle(outbox_id, DEAD, now, reason=reason)

    def drop(self, case_id: str, *kinds: str) -> int:
        """Take back what has not gone out yet about a case; how many that were."""
        mine = and_(
            col(OutboxRow.case_id) == case_id,
            col(OutboxRow.state) == WAITING,
            col(OutboxRow.kind).in_(kinds),
        )
        return self._update(mine, {"state": DROPPED})

    def told(self, since: datetime) -> tuple[tuple[OutboxMessage, Message], ...]:
        """What went out after this instant, and where it stands in chat."""
        query = select(OutboxRow).where(OutboxRow.state == SENT, col(OutboxRow.settled_at) > since)
        return tuple(
            (_claimed(row).message, Message(row.channel or "", row.ts or ""))
            for row in self._session.exec(query)
        )

    def rephrase(self, key: str, kind: str) -> None:
        """Say it in another way if it has not gone out yet: meanwhile more has been done."""
        waits = and_(col(OutboxRow.key) == key, col(OutboxRow.state) == WAITING)
        self._update(waits, {"kind": kind})

    def drop_for(self, case_id: str, person_id: str) -> int:
        """Take back whatever waits about a case for this person; how many that were."""
        mine = (col(OutboxRow.case_id) == case_id, col(OutboxRow.person_id) == person_id)
        return self._update(and_(*mine, col(OutboxRow.state) == WAITING), {"state": DROPPED})

    def counts(self) -> dict[str, int]:
        """How many messages are in each state."""
        query = select(OutboxRow.state, func.count()).group_by(OutboxRow.state)
        return dict(self._session.exec(query).all())

    def given_up(self) -> dict[str, int]:
        """How many messages of the whole board were given up, by the code of the reason."""
        query = select(col(OutboxRow.reason), func.count()).where(OutboxRow.state == DEAD)
        with beyond(self._session):
            found = self._session.exec(query.group_by(col(OutboxRow.reason))).all()
        return {reason or "unknown": count for reason, count in found}

    def waits_since(self, now: datetime, held: str) -> datetime | None:
        """Since when the oldest has waited of those that could have gone out; None if none could.

        Not counted is what waits behind another, or with `held` as its reason until a later moment;
        from that moment on it does.
        """
        is_held = func.coalesce(OutboxRow.reason, "") == held
        since = case((is_held, col(OutboxRow.retry_at)), else_=col(OutboxRow.not_before))
        could = (OutboxRow.state == WAITING, OutboxRow.not_before <= now, since <= now)
        query = select(func.min(since, type_=Instant)).where(*could, ~_behind_another())
        first: datetime | None = self._session.exec(query).one()
        return first

    def _settle(self, outbox_id: int, state: str, now: datetime, **values: str) -> None:
        self._update(col(OutboxRow.id) == outbox_id, {"state": state, "settled_at": now, **values})

    def _update(self, which: ColumnElement[bool], values: Mapping[str, object]) -> int:
        return self._session.exec(update(OutboxRow).where(which).values(**values)).rowcount


def _behind_another() -> ColumnElement[bool]:
    """That an earlier message to this person waits; urgent ones wait for urgent ones only."""
    row, earlier = _TABLE.c, _TABLE.alias("earlier").c
    before = or_(
        earlier.not_before < row.not_before,
        and_(earlier.not_before == row.not_before, earlier.id < row.id),
    )
    waits = and_(earlier.person_id == row.person_id, earlier.state == WAITING)
    return exists(earlier.id).where(waits, before, or_(earlier.urgent, ~row.urgent))


def _is_safe(value: Scalar) -> bool:
    return not isinstance(value, str) or WORD.fullmatch(value) is not None


def _row(message: OutboxMessage) -> OutboxRow:
    return OutboxRow(
        key=message.key,
        person_id=message.person_id,
        case_id=message.case_id,
        kind=message.kind,
        text_key=message.text_key,
        params=dict(message.params),
        threaded=message.threaded,
        urgent=message.urgent,
        not_before=message.not_before,
        state="waiting",
        attempts=0,
        retry_at=message.not_before,
    )


def _claimed(row: OutboxRow) -> Claimed:
    message = OutboxMessage(
        key=row.key,
        person_id=row.person_id,
        kind=row.kind,
        text_key=row.text_key,
        not_before=row.not_before,
        case_id=row.case_id,
        params=row.params,
        threaded=row.threaded,
        urgent=row.urgent,
    )
    return Claimed(row.id or 0, row.attempts, message)
