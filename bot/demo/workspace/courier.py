import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Coroutine, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any, Protocol

from bot.demo.workspace.changes import Changes
from bot.demo.workspace.errors import NoAnswer
from bot.demo.workspace.faults import Faults
from bot.demo.workspace.identity import Json

RETRIES = 3
REMEMBERED = 10_000


@dataclass(frozen=True)
class Envelope:
    """A payload on its way to the app; `kind` as in Socket Mode's `type`.

    `echo`: it tells the app of its own message, and meets no planned faults.
    """

    id: str
    kind: str
    payload: Json
    retry: int = 0
    reason: str = ""
    echo: bool = False


class Carrier(Protocol):
    async def carry(self, envelope: Envelope) -> Json:
        """Deliver and return the app's ack ({} when empty); NoAnswer when it cannot."""


@dataclass
class Courier:
    """Delivers to the app as Slack does.

    Commands and interactions are sent once. An event that is not acknowledged is sent again at
    once, and then on every new connection or `redeliver()`, three times in all
    (docs.slack.dev/apis/events-api, "Retries"; Slack waits a minute and five minutes there).
    """

    carrier: Carrier
    faults: Faults
    patience: Callable[[], Awaitable[object]]
    ids: Callable[[str], str]
    changes: Changes
    sent: deque[Envelope] = field(default_factory=lambda: deque(maxlen=REMEMBERED))
    acks: deque[Json] = field(default_factory=lambda: deque(maxlen=REMEMBERED))
    unacknowledged: list[Envelope] = field(default_factory=list)
    busy: int = 0
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)

    async def ask(self, kind: str, payload: Json) -> Json:
        """Deliver a command or interaction and return the ack; NoAnswer when there is none."""
        envelope = Envelope(self.ids("e"), kind, payload)
        with self._at_work():
            return await self._with_copies(envelope)

    async def tell(self, payload: Json, *, echo: bool = False) -> None:
        """Deliver an event; what is not acknowledged is kept for later."""
        with self._at_work():
            await self._try(Envelope(self.ids("e"), "events_api", payload, echo=echo))

    def echo_soon(self, payload: Json) -> None:
        self._background(self.tell(payload, echo=True))

    def redeliver_soon(self) -> None:
        self._background(self.redeliver())

    async def redeliver(self) -> None:
        """Send again every event that was never acknowledged."""
        waiting, self.unacknowledged = self.unacknowledged, []
        with self._at_work():
            for envelope in waiting:
                await self._try(envelope)

    async def stop(self) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _try(self, envelope: Envelope) -> None:
        try:
            await self._with_copies(envelope)
        except NoAnswer as failure:
            again = replace(
                envelope, id=self.ids("e"), retry=envelope.retry + 1, reason=failure.reason
            )
            await self._try_again(again, failure)

    async def _try_again(self, envelope: Envelope, failure: NoAnswer) -> None:
        if envelope.retry == 1 and not failure.absent:
            await self._try(envelope)
        elif envelope.retry <= RETRIES:
            self.unacknowledged.append(envelope)

    async def _with_copies(self, envelope: Envelope) -> Json:
        extra = 0 if envelope.echo else self.faults.copies
        copies = [self._copy(envelope) for _ in range(extra)]
        first, *_ = await asyncio.gather(
            *(self._carry(one) for one in (envelope, *copies)), return_exceptions=True
        )
        if isinstance(first, BaseException):
            raise first
        return first

    def _copy(self, envelope: Envelope) -> Envelope:
        if not self.faults.fresh_ids:
            return envelope
        fresh = replace(envelope, id=self.ids("e"))
        if "event_id" not in envelope.payload:
            return fresh
        return replace(fresh, payload={**envelope.payload, "event_id": self.ids("Ev")})

    async def _carry(self, envelope: Envelope) -> Json:
        self.sent.append(envelope)
        ack = asyncio.ensure_future(self.carrier.carry(envelope))
        limit = asyncio.ensure_future(self.patience())
        await asyncio.wait({ack, limit}, return_when=asyncio.FIRST_COMPLETED)
        limit.cancel()
        if not ack.done():
            ack.cancel()
            raise NoAnswer("app_did_not_respond")
        answer = ack.result()
        self.acks.append(answer)
        return answer if envelope.echo else self._unless_lost(answer)

    def _unless_lost(self, ack: Json) -> Json:
        if self.faults.lose_acks > 0:
            self.faults.lose_acks -= 1
            raise NoAnswer("app_did_not_respond")
        return ack

    @contextmanager
    def _at_work(self) -> Iterator[None]:
        self.busy += 1
        try:
            yield
        finally:
            self.busy -= 1
            self.changes.bump()

    def _background(self, work: Coroutine[Any, Any, None]) -> None:
        # Counted from now on: `settled` must not slip between the call and the task's first step.
        self.busy += 1
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._finished)

    def _finished(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        self.busy -= 1
        self.changes.bump()
