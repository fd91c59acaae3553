"""From the outbox to chat: what a change wrote down is sent after it, as often as it takes."""

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from typing import Protocol

import structlog

from bot import undelivered
from bot.letters import Letter, letter
from bot.service.tools import PlatformError, Tools, Work
from dialogs.screen import Envelope
from meldcode.schooldays import free_moment
from storage.outbox import Claimed
from storage.records import Message
from storage.unit import Unit

log = structlog.get_logger(__name__)

PATIENCE = timedelta(seconds=100)
"""How long one message may be under way, with its turns at the platform."""

LEASE = timedelta(seconds=150)
"""Longer than that, and than writing down afterwards that it went (`storage.turns`)."""

HANDS = 10
"""How many messages are under way at once; few, for what is urgent waits until one is free."""

FIRST_WAIT = timedelta(seconds=2)
DOUBLINGS = 9
"""The wait for a next try doubles this often, up to seventeen minutes or, by chance, twice that."""

TRIES = 250
"""Nearly three days: a weekend without the platform loses nothing."""

LESSON = "lesson"
"""Why a message waits that could have been sent."""


class SendError(PlatformError):
    """Sending failed; `reason` is a code.

    With `wait` it surely did not arrive, and that long it must wait: such a try is not counted.
    `final` if trying again is useless, `gone` if that is because nobody is there any more.
    """

    def __init__(
        self, reason: str, *, wait: timedelta | None = None, final: bool = False, gone: bool = False
    ) -> None:
        super().__init__(reason)
        self.reason = reason
        self.wait = wait
        self.final = final
        self.gone = gone


class Postman(Protocol):
    """What a chat platform does for the delivery, at the pace that it allows."""

    async def send(
        self,
        account: str,
        envelope: Envelope,
        root: Message | None,
        key: str,
        since: datetime | None,
    ) -> Message:
        """Send under `root`, or as a message of its own.

        With `since`, look first whether it came after that moment. Raises SendError.
        """

    async def find_person(self, email: str) -> str | None:
        """The account that belongs to an e-mail address."""

    def stop(self) -> None:
        """Let nobody wait for a turn any more: a SendError with a `wait` instead."""


class Delivery:
    """Sends what waits; `drain` may be called at any moment, also while it is at work."""

    def __init__(self, tools: Tools, postman: Postman) -> None:
        self._tools = tools
        self._postman = postman
        self._bell = asyncio.Event()
        self._at_work = self._stopped = False

    def stop(self) -> None:
        """Take up nothing more; what is being sent is finished, the rest waits for a next start."""
        self._stopped = True
        self._bell.set()
        self._postman.stop()

    async def drain(self) -> int:
        """Send everything that may go out now, as fast as it may; how many messages went.

        While it is at work already, what waits now is taken along there, and this says 0.
        """
        self._bell.set()
        if self._at_work:
            return 0
        self._at_work = True
        try:
            return await self._drain()
        finally:
            self._at_work = False

    async def _drain(self) -> int:
        """Whenever one is done, others may go: so of each person one is under way at most."""
        under_way: set[asyncio.Task[bool]] = set()
        sent = 0
        try:
            while under_way or (self._bell.is_set() and not self._stopped):
                self._bell.clear()
                letters = await self._look(HANDS - len(under_way))
                under_way |= {asyncio.create_task(self._deliver(one)) for one in letters}
                done = await self._next(under_way)
                under_way -= done
                sent += sum(task.result() for task in done)
        finally:
            await asyncio.gather(*under_way, return_exceptions=True)
        return sent

    async def _next(self, under_way: set[asyncio.Task[bool]]) -> set[asyncio.Task[bool]]:
        """Those that are done, as soon as one is or the bell rings."""
        if not under_way:
            return set()
        bell = asyncio.create_task(self._bell.wait())
        await asyncio.wait((*under_way, bell), return_when=asyncio.FIRST_COMPLETED)
        bell.cancel()
        done = {task for task in under_way if task.done()}
        if done:
            self._bell.set()
        return done

    async def _look(self, hands: int) -> tuple[Letter, ...]:
        if self._stopped or not hands:
            return ()
        claim = partial(self._claim, hands=hands)
        return await self._tools.store.write(claim, patient=True, whole_board=True)

    def _claim(self, unit: Unit, hands: int) -> tuple[Letter, ...]:
        """Those that are held back must not end the search for others."""
        work = Work(unit, self._tools, self._tools.clock())
        letters: list[Letter] = []
        while claimed := unit.outbox.claim(work.now, LEASE, hands - len(letters)):
            letters += (letter(work, one) for one in claimed if not _held_back(work, one))
        return tuple(letters)

    async def _deliver(self, one: Letter) -> bool:
        try:
            message = await self._send(one)
        except Exception as error:  # noqa: BLE001 - a letter in trouble must not hold up others
            wrong = error if isinstance(error, SendError) else SendError(type(error).__name__)
            await self._settle(partial(self._failed, one=one, error=wrong))
            return False
        return await self._settle(partial(self._sent, one=one, message=message))

    async def _settle(self, work: Callable[[Unit], bool]) -> bool:
        return await self._tools.store.write(work, patient=True, whole_board=True)

    async def _send(self, one: Letter) -> Message:
        async with asyncio.timeout(PATIENCE.total_seconds()):
            account = await self._account(one)
            told = one.claimed.message
            return await self._postman.send(account, one.envelope, one.root, told.key, one.since)

    async def _account(self, one: Letter) -> str:
        if one.account:
            return one.account
        account = await self._postman.find_person(one.email) if one.email else None
        if account is None:
            raise SendError("no_account", final=True, gone=True)
        person = one.claimed.message.person_id
        await self._tools.store.write(
            lambda unit: unit.people.link(person, self._tools.platform, account), patient=True
        )
        return account

    def _sent(self, unit: Unit, one: Letter, message: Message) -> bool:
        told = one.claimed.message
        unit.outbox.sent(one.claimed.id, message, self._tools.clock())
        if told.case_id and told.threaded and one.root is None:
            unit.threads.set_root(told.person_id, told.case_id, message)
        return True

    def _failed(self, unit: Unit, one: Letter, error: SendError) -> bool:
        """Always False: it did not go."""
        now, claimed = self._tools.clock(), one.claimed
        if error.final or (error.wait is None and claimed.attempts >= TRIES):
            unit.outbox.dead(claimed.id, error.reason, now)
            undelivered.tell(Work(unit, self._tools, now), claimed.message, gone=error.gone)
            log.warning("message_given_up", reason=error.reason, attempts=claimed.attempts)
        elif error.wait is None:
            unit.outbox.retry(claimed.id, self._again(now, claimed), error.reason)
        else:
            unit.outbox.hold(claimed.id, now + error.wait, error.reason)
        return False

    def _again(self, now: datetime, claimed: Claimed) -> datetime:
        """Later each time, and never all at the same moment."""
        doublings: int = min(claimed.attempts - 1, DOUBLINGS)
        longer = (1 << doublings) * (1 + self._tools.ids.fraction())
        return now + FIRST_WAIT * longer


def _held_back(work: Work, claimed: Claimed) -> bool:
    """Whether it waits until the lesson is over: also a late try is no push in class (R8)."""
    person = work.unit.people.get(claimed.message.person_id, work.today)
    if claimed.message.urgent or person is None or not person.schools:
        return False
    free = free_moment([work.calendar(school) for school in person.schools], work.now)
    if free > work.now:
        work.unit.outbox.hold(claimed.id, free, LESSON)
    return free > work.now
