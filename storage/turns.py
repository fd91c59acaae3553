"""Threads that work for many, and who goes first on them."""

from asyncio import wrap_future
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import count
from queue import PriorityQueue
from time import monotonic
from typing import Any, TypeVar

T = TypeVar("T")

PATIENCE_S = 20.0
"""How long work for which nobody waits lets other work go before it.

Not for ever: within the lease of a message (150 s) it must be sent, and written down that it was.
"""


class Turns:
    """Runs work in order, but what is patient lets go before it what was asked later."""

    def __init__(self, threads: int, name: str, patience_s: float = PATIENCE_S) -> None:
        self._threads = ThreadPoolExecutor(threads, name)
        self._waiting: PriorityQueue[tuple[float, int, Future[Any], Callable[[], Any]]]
        self._waiting = PriorityQueue()
        self._numbers = count()
        self._patience_s = patience_s

    async def ask(self, work: Callable[[], T], *, patient: bool = False) -> T:
        """What `work` returns or raises, once its turn has come."""
        asked: Future[T] = Future()
        latest = monotonic() + (self._patience_s if patient else 0)
        self._waiting.put((latest, next(self._numbers), asked, work))
        self._threads.submit(self._next)
        return await wrap_future(asked)

    def close(self) -> None:
        """Finish what was asked."""
        self._threads.shutdown()

    def _next(self) -> None:
        """There is one call of this for each that waits, but not for which one."""
        _, _, asked, work = self._waiting.get_nowait()
        if not asked.set_running_or_notify_cancel():
            return
        try:
            asked.set_result(work())
        except BaseException as error:  # noqa: BLE001 - whoever asked gets it, whatever it is
            asked.set_exception(error)
