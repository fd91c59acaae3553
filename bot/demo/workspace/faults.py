import asyncio
from dataclasses import dataclass, field
from typing import Literal


@dataclass
class Fault:
    """A planned failure of a Web API method; `after`: it took effect, only the answer is lost."""

    method: str
    kind: Literal["status", "hang", "reset"]
    times: int = 1
    after: bool = False
    status: int = 500
    retry_after: int = 1
    seconds: float | None = None


@dataclass
class Faults:
    """What goes wrong on purpose. Method "*" stands for every method.

    `silent`: nothing is delivered over a socket. `dead`: a socket is there, and no frame comes over
    it at all: no greeting, no answer to a ping.
    """

    copies: int = 0
    fresh_ids: bool = False
    lose_acks: int = 0
    silent: bool = False
    dead: bool = False
    _planned: list[Fault] = field(default_factory=list)
    _released: asyncio.Event = field(default_factory=asyncio.Event)

    def fail(
        self,
        method: str = "*",
        *,
        status: int = 500,
        times: int = 1,
        retry_after: int = 1,
        after: bool = False,
    ) -> None:
        self._planned.append(
            Fault(method, "status", times, after, status=status, retry_after=retry_after)
        )

    def hang(
        self,
        method: str = "*",
        *,
        times: int = 1,
        seconds: float | None = None,
        after: bool = False,
    ) -> None:
        """Give no answer until `release()`, or for `seconds`."""
        self._planned.append(Fault(method, "hang", times, after, seconds=seconds))

    def reset(self, method: str = "*", *, times: int = 1, after: bool = False) -> None:
        self._planned.append(Fault(method, "reset", times, after))

    def release(self) -> None:
        self._released.set()
        self._released = asyncio.Event()

    def clear(self) -> None:
        self.release()
        self._planned.clear()
        self.copies, self.fresh_ids, self.lose_acks = 0, False, 0
        self.silent, self.dead = False, False

    def take(self, method: str) -> Fault | None:
        """The fault that this call meets, used up by one."""
        for fault in self._planned:
            if fault.method in ("*", method):
                fault.times -= 1
                if fault.times == 0:
                    self._planned.remove(fault)
                return fault
        return None

    async def wait(self, fault: Fault) -> None:
        try:
            await asyncio.wait_for(self._released.wait(), fault.seconds)
        except TimeoutError:
            return
