"""What Slack signed runs once: a recorded request sent again within its time does nothing.

A signature is good for five minutes before and after its own moment, and whoever has the request
has the signature. A second delivery by Slack itself has the same body too, and a new signature.
"""

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from hashlib import sha256
from typing import TypeVar

T = TypeVar("T")

WINDOW = timedelta(minutes=10)
"""Longer than any signature is good for."""

Ran = tuple[datetime, "asyncio.Future[bool]"]


class Once:
    """Remembers digests of bodies for as long as they could be sent again; no body, no answer."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self._clock = clock
        self._ran: OrderedDict[bytes, Ran] = OrderedDict()

    async def run(self, body: bytes, work: Callable[[], Awaitable[T]]) -> T | None:
        """What `work` gives; None if the same body was worked on before, and without an error.

        While another delivery of it is being worked on, this waits how that ends.
        """
        self._forget()
        key = sha256(body).digest()
        while earlier := self._ran.get(key):
            if await earlier[1]:
                return None
        ended: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self._ran[key] = self._clock(), ended
        return await self._work(key, ended, work)

    async def _work(
        self, key: bytes, ended: "asyncio.Future[bool]", work: Callable[[], Awaitable[T]]
    ) -> T:
        """An error makes room for a next try, since Slack will deliver again."""
        try:
            result = await work()
        except BaseException:
            del self._ran[key]
            ended.set_result(False)
            raise
        ended.set_result(True)
        return result

    def _forget(self) -> None:
        before = self._clock() - WINDOW
        while self._ran and (oldest := next(iter(self._ran))):
            at, ended = self._ran[oldest]
            if at > before or not ended.done():
                return
            del self._ran[oldest]
