import asyncio
from collections.abc import Callable


class Changes:
    """Counts what happens in the workspace and wakes whoever waits for it."""

    def __init__(self) -> None:
        self.version = 0
        self._next = asyncio.Event()

    def bump(self) -> None:
        self.version += 1
        self._next.set()
        self._next = asyncio.Event()

    async def until(self, holds: Callable[[], bool], limit: float | None = None) -> None:
        """Return as soon as `holds()`; TimeoutError after `limit` seconds."""
        async with asyncio.timeout(limit):
            while not holds():
                await self._next.wait()
