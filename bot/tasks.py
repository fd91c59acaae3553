"""Work that goes on after an answer was given; none of it is lost sight of."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

import structlog

log = structlog.get_logger(__name__)


class Tasks:
    """Runs coroutines beside the answer; `settled` waits for all of them.

    `failed` is called for each that ended in an error.
    """

    def __init__(self, failed: Callable[[], object] = bool) -> None:
        self._failed = failed
        self._running: set[asyncio.Task[None]] = set()

    def start(self, work: Coroutine[Any, Any, object]) -> asyncio.Task[None]:
        task = asyncio.create_task(self._guarded(work))
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        return task

    async def settled(self) -> None:
        while self._running:
            await asyncio.gather(*self._running)

    async def _guarded(self, work: Coroutine[Any, Any, object]) -> None:
        """An error ends this work only, and is named by its class: its text may hold content."""
        try:
            await work
        except Exception as error:  # noqa: BLE001 - the last place where it can be caught
            self._failed()
            log.error("task_failed", error=type(error).__name__)  # noqa: TRY400 - no text in a log
