"""How fast one app may go on in one workspace, and what Slack's "too many requests" means.

Figures: docs.slack.dev/apis/web-api/rate-limits. A message a second in one chat, in short bursts
more; several hundred a minute in a workspace; of other methods 50 (tier 3) or 100 (tier 4). With
"too many requests" Slack says for how long the whole method is closed, for every message.
"""

import asyncio
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from math import inf

from bot.delivery import SendError
from bot.slack.pace import Allowance

MINUTE = 60
LONGEST = 30.0
"""Seconds that a message waits here; a longer pause it waits out in the outbox."""

SOON = 0.001
"""Seconds that are none: a timer may go off a little early."""


def a_minute(calls: int, at_once: int) -> Allowance:
    """So many in any minute, of which some at once."""
    return Allowance(at_once, (calls - at_once) / MINUTE)


@dataclass(frozen=True, slots=True)
class Limits:
    """Of each method in the workspace, and of messages in one chat."""

    methods: Mapping[str, Allowance]
    chat: Allowance


TIER_3, TIER_4 = a_minute(50, 10), a_minute(100, 20)
SLACK = Limits(
    methods={
        "chat.postMessage": a_minute(300, 10),
        "conversations.history": TIER_3,
        "conversations.open": TIER_3,
        "conversations.replies": TIER_3,
        "users.info": TIER_4,
        "users.lookupByEmail": TIER_3,
    },
    chat=Allowance(3, 1),
)


class Bucket:
    """A token bucket that takes bookings, in seconds."""

    def __init__(self, allowance: Allowance) -> None:
        self._every = 1 / allowance.a_second
        self._early = (allowance.at_once - 1) * self._every
        self._booked = -inf

    def wait(self, now: float) -> float:
        """In how many seconds the next turn comes."""
        return max(0.0, self._booked - self._early - now)

    def book(self, now: float) -> None:
        """Take that turn."""
        self._booked = max(self._booked, now) + self._every


class Tiers:
    """Everybody's turns; `seconds` is a clock that only goes forward."""

    def __init__(self, seconds: Callable[[], float], limits: Limits = SLACK) -> None:
        self._seconds = seconds
        self._limits = limits
        self._buckets: dict[str, Bucket] = {}
        self._open_at: dict[str, float] = {}
        self._stopped = asyncio.Event()

    async def turn(self, method: str, chat: str = "") -> None:
        """Wait until `method` may be called, for a message to `chat`.

        SendError with the rest of the wait if it is too long to be waited for here.
        """
        await self._opened(method)
        await self._rest(self._booked(method, chat))
        await self._opened(method)

    def pause(self, method: str, wait: timedelta) -> None:
        """Nobody calls it before this is over."""
        until = self._seconds() + wait.total_seconds()
        self._open_at[method] = max(until, self._open_at.get(method, until))

    def stop(self) -> None:
        """Who waits does so no longer, and hears that by a SendError."""
        self._stopped.set()

    def _booked(self, method: str, chat: str) -> float:
        """The wait for one's turn, which is taken unless the wait is too long."""
        now, buckets = self._seconds(), tuple(self._of(method, chat))
        wait = max(bucket.wait(now) for bucket in buckets)
        if wait <= LONGEST:
            for bucket in buckets:
                bucket.book(now)
        return wait

    def _of(self, method: str, chat: str) -> Iterator[Bucket]:
        yield self._bucket(method, self._limits.methods[method])
        if chat:
            yield self._bucket(chat, self._limits.chat)

    def _bucket(self, name: str, allowance: Allowance) -> Bucket:
        return self._buckets.setdefault(name, Bucket(allowance))

    async def _opened(self, method: str) -> None:
        while (left := self._open_at.get(method, -inf) - self._seconds()) > SOON:
            await self._rest(left)

    async def _rest(self, seconds: float) -> None:
        if seconds > LONGEST:
            raise SendError("ratelimited", wait=timedelta(seconds=seconds))
        if seconds > 0:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._stopped.wait(), seconds)
        if self._stopped.is_set():
            raise SendError("stopping", wait=timedelta())
