"""Making a message of the outbox ready to be sent: to which account, in which words, under what."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.reminders import AGENDA, DIGEST
from bot.service.changes import CALL
from bot.service.chat import (
    ANSWERED,
    ANSWERED_GONE,
    COLLECTED,
    COLLECTED_GONE,
    ENDED,
    GONE,
    MENTION,
    MOVED,
    OFF,
    STILL,
    TOO_LONG,
    TYPED,
)
from bot.service.for_me import FOR_ME
from bot.service.scans import SELFSCAN
from bot.service.slips import SLIP
from bot.service.tools import Work
from bot.service.training import TRAINING
from bot.undelivered import UNDELIVERED, UNDELIVERED_CASE
from dialogs.conversations import chat
from dialogs.screen import Envelope
from meldcode.notices import Tone
from storage.outbox import Claimed, OutboxMessage
from storage.records import Message, Subject

PLAIN = {
    DIGEST: chat.digest,
    CALL: chat.call,
    TYPED: chat.typed,
    OFF: chat.off,
    ENDED: chat.ended,
    ANSWERED: chat.answered,
    ANSWERED_GONE: chat.answered_gone,
    GONE: chat.gone,
    MOVED: chat.moved,
    MENTION: chat.mention,
    STILL: chat.still,
    SELFSCAN: chat.scanned,
    TRAINING: chat.training,
    UNDELIVERED: chat.undelivered,
}
ABOUT_CASE = {
    COLLECTED: chat.collected,
    COLLECTED_GONE: chat.collected_gone,
    TOO_LONG: chat.too_long,
    UNDELIVERED_CASE: chat.undelivered_about,
}
"""Kind of message -> its envelope; all others only have their tone."""

CLOCK_WRONG = timedelta(days=1)
"""So much may our clock have been wrong at an earlier try: the platform keeps its own time."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A message made ready: whose account, what, and under which earlier message.

    `since` when an earlier try with an unclear outcome may have got across; None if there was none.
    """

    claimed: Claimed
    account: str | None
    email: str | None
    envelope: Envelope
    root: Message | None
    since: datetime | None


def letter(work: Work, claimed: Claimed) -> Letter:
    told, people = claimed.message, work.unit.people
    threaded = told.case_id is not None and told.threaded
    return Letter(
        claimed=claimed,
        account=people.platform_id(told.person_id, work.tools.platform),
        email=people.email(told.person_id),
        envelope=_envelope(work, told),
        root=work.unit.threads.root(told.person_id, told.case_id or "") if threaded else None,
        since=told.not_before - CLOCK_WRONG if claimed.attempts > 1 else None,
    )


def _envelope(work: Work, told: OutboxMessage) -> Envelope:
    if told.kind in PLAIN:
        return PLAIN[told.kind]()
    if told.kind == AGENDA:
        meeting = Subject("meeting", str(told.params["meeting"]))
        day = date.fromisoformat(str(told.params["day"]))
        return chat.agenda(day, _handle(work, told.person_id, meeting))
    if told.kind == FOR_ME:
        slip = Subject(SLIP, str(told.params[SLIP]))
        return chat.for_me(_handle(work, told.person_id, slip))
    handle = _handle(work, told.person_id, Subject("case", told.case_id or ""))
    about = ABOUT_CASE.get(told.kind)
    return about(handle) if about else chat.envelope(Tone(told.text_key), handle)


def _handle(work: Work, person_id: str, subject: Subject) -> str:
    expires = work.now + work.tools.handle_life
    return work.unit.handles.give(person_id, subject, work.now, expires)
