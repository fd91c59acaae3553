"""Waiting for something many times: the median of one after the other, the rate of ten at once."""

import asyncio
from collections.abc import Awaitable, Callable
from itertools import count
from statistics import median
from time import perf_counter

WARM = 20
AT_ONCE = 10

Do = Callable[[int], Awaitable[object]]
"""Does the thing once; the number is another each time."""

Rest = Callable[[], Awaitable[object]]
NUMBERS = count(1)


async def one_by_one(
    do: Do, times: int, rest: Callable[[], Awaitable[object]] | None = None
) -> float:
    """Milliseconds, the median; `rest` is waited for in between and does not count."""
    took = []
    for number in range(WARM + times):
        began = perf_counter()
        await do(next(NUMBERS))
        ended = perf_counter()
        if rest:
            await rest()
        if number >= WARM:
            took.append(ended - began)
    return median(took) * 1000


async def at_once(do: Do, times: int) -> float:
    """How many a second, with ten under way all the time."""
    waiting = iter(range(times))

    async def worker() -> None:
        for _ in waiting:
            await do(next(NUMBERS))

    began = perf_counter()
    await asyncio.gather(*(worker() for _ in range(AT_ONCE)))
    return times / (perf_counter() - began)
