"""An event loop on which nobody waits: when all sleep, it is the next moment for which one does."""

import asyncio
import selectors
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

from storage.store import Store
from storage.unit import Unit

T = TypeVar("T")


class _Jumping(selectors.DefaultSelector):
    """Looks for what came in; where others would sleep, it moves the clock, unless work is done."""

    now = 0.0
    busy = 0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        found = super().select(None if self.busy and timeout != 0 else 0)
        if not found and not self.busy and timeout != 0:
            if timeout is None:
                raise RuntimeError("Everybody waits, and nobody is under way.")
            self.now += timeout
        return found


class Simulated(asyncio.SelectorEventLoop):
    """`time()` is that of the simulation; while `at_work` something goes on in a thread."""

    def __init__(self) -> None:
        self._jumping = _Jumping()
        super().__init__(self._jumping)

    def time(self) -> float:
        return self._jumping.now

    def at_work(self, count: int) -> None:
        self._jumping.busy += count


def in_simulated_time(work: Coroutine[Any, Any, T]) -> T:
    """What `work` gives, run on a loop of its own."""
    with asyncio.Runner(loop_factory=Simulated) as runner:
        return runner.run(work)


class UnhurriedStore(Store):
    """A store whose threads hold the clock of the simulation while they work; opened elsewhere."""

    def __init__(self, real: Store) -> None:
        self._real = real

    async def write(
        self, work: Callable[[Unit], T], *, patient: bool = False, whole_board: bool = False
    ) -> T:
        loop = asyncio.get_running_loop()
        assert isinstance(loop, Simulated)
        loop.at_work(1)
        try:
            return await self._real.write(work, patient=patient, whole_board=whole_board)
        finally:
            loop.at_work(-1)
