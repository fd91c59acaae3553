"""From the outbox to chat: what a change wrote down is sent after it, as often as it takes."""

import asyncio
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from typing import Protocol

import structlog

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
from bot.service.tools import PlatformError, Tools, Work
from bot.service.training import TRAINING
from dialogs.conversations import chat
from dialogs.screen import Envelope
from meldcode.notices import Tone
from meldcode.schooldays import free_moment
from storage.outbox import Claimed, OutboxMessage
from storage.records import Message, Subject
from storage.unit import Unit

log = structlog.get_logger(__name__)

LEASE = timedelta(seconds=60)
BATCH = 10
"""Few, for whoever sends something waits for the end of the batch that is being made ready."""

FIRST_WAIT = timedelta(seconds=2)
DOUBLINGS = 9
"""The wait for a next try doubles this often, up to seventeen minutes."""

TRIES = 250
"""Nearly three days: a weekend without the platform loses nothing."""

LESSON = "lesson"
"""Why a message waits that could have been sent."""

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
}
ABOUT_CASE = {
    COLLECTED: chat.collected,
    COLLECTED_GONE: chat.collected_gone,
    TOO_LONG: chat.too_long,
}
"""Kind of message -> its envelope; all others only have their tone."""


class SendError(PlatformError):
    """Sending failed; `reason` is a code. `wait` says when to try again, None: as we see fit.

    `final` if trying again is useless. `unclear` if the message may have arrived all the same.
    """

    def __init__(self, reason: str, *, wait: timedelta | None = None, final: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.wait = wait
        self.final = final


class Postman(Protocol):
    """The four verbs of a chat platform."""

    async def send(
        self, account: str, envelope: Envelope, root: Message | None, key: str, *, again: bool
    ) -> Message:
        """Send under `root`, or as a message of its own. With `again`, look first whether it came.

        Raises SendError.
        """

    async def find_person(self, email: str) -> str | None:
        """The account that belongs to an e-mail address."""


@dataclass(frozen=True, slots=True)
class _Letter:
    """A message made ready: whose account, what, and under which earlier message."""

    claimed: Claimed
    account: str | None
    email: str | None
    envelope: Envelope
    root: Message | None


class Delivery:
    """Sends what waits; `drain` may run at any moment, also side by side with itself.

    `asked` while its next look at the outbox has yet to begin, and so will see all there is now.
    """

    def __init__(self, tools: Tools, postman: Postman) -> None:
        self._tools = tools
        self._postman = postman
        self.asked = False
        self._stopped = False

    def stop(self) -> None:
        """Take up nothing more; what is being sent is finished, the rest waits for a next start."""
        self._stopped = True

    async def drain(self) -> int:
        """Send everything that may go out now; how many messages went."""
        sent = 0
        while not self._stopped and (letters := await self._look()):
            results = await asyncio.gather(*(self._deliver(letter) for letter in letters))
            sent += sum(results)
        return sent

    async def _look(self) -> tuple[_Letter, ...]:
        self.asked = True
        try:
            return await self._tools.store.write(self._claim, patient=True)
        finally:
            self.asked = False

    def _claim(self, unit: Unit) -> tuple[_Letter, ...]:
        self.asked = False
        work = Work(unit, self._tools, self._tools.clock())
        claimed = unit.outbox.claim(work.now, LEASE, BATCH)
        return tuple(_letter(work, one) for one in claimed if not _held_back(work, one))

    async def _deliver(self, letter: _Letter) -> bool:
        try:
            message = await self._send(letter)
        except Exception as error:  # noqa: BLE001 - a letter in trouble must not hold up others
            wrong = error if isinstance(error, SendError) else SendError(type(error).__name__)
            failed = partial(self._failed, letter=letter, error=wrong)
            await self._tools.store.write(failed, patient=True)
            return False
        sent = partial(self._sent, letter=letter, message=message)
        await self._tools.store.write(sent, patient=True)
        return True

    async def _send(self, letter: _Letter) -> Message:
        return await self._postman.send(
            await self._account(letter),
            letter.envelope,
            letter.root,
            letter.claimed.message.key,
            again=letter.claimed.attempts > 1,
        )

    async def _account(self, letter: _Letter) -> str:
        if letter.account:
            return letter.account
        account = await self._postman.find_person(letter.email) if letter.email else None
        if account is None:
            raise SendError("no_account", final=True)
        person = letter.claimed.message.person_id
        await self._tools.store.write(
            lambda unit: unit.people.link(person, self._tools.platform, account), patient=True
        )
        return account

    def _sent(self, unit: Unit, letter: _Letter, message: Message) -> None:
        told = letter.claimed.message
        unit.outbox.sent(letter.claimed.id, message, self._tools.clock())
        if told.case_id and told.threaded and letter.root is None:
            unit.threads.set_root(told.person_id, told.case_id, message)

    def _failed(self, unit: Unit, letter: _Letter, error: SendError) -> None:
        now = self._tools.clock()
        if error.final or letter.claimed.attempts >= TRIES:
            unit.outbox.dead(letter.claimed.id, error.reason, now)
            log.warning("message_given_up", reason=error.reason, attempts=letter.claimed.attempts)
        else:
            unit.outbox.retry(letter.claimed.id, _again(now, letter, error), error.reason)


def _again(now: datetime, letter: _Letter, error: SendError) -> datetime:
    doublings = min(letter.claimed.attempts - 1, DOUBLINGS)
    return now + (error.wait or FIRST_WAIT * 2**doublings)


def _held_back(work: Work, claimed: Claimed) -> bool:
    """Whether it waits until the lesson is over: also a late try is no push in class (R8)."""
    person = work.unit.people.get(claimed.message.person_id, work.today)
    if claimed.message.urgent or person is None or not person.schools:
        return False
    free = free_moment([work.calendar(school) for school in person.schools], work.now)
    if free > work.now:
        work.unit.outbox.retry(claimed.id, free, LESSON)
    return free > work.now


def _letter(work: Work, claimed: Claimed) -> _Letter:
    told, people = claimed.message, work.unit.people
    threaded = told.case_id is not None and told.threaded
    return _Letter(
        claimed=claimed,
        account=people.platform_id(told.person_id, work.tools.platform),
        email=people.email(told.person_id),
        envelope=_envelope(work, told),
        root=work.unit.threads.root(told.person_id, told.case_id or "") if threaded else None,
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
