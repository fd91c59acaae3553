"""How long a transaction waits for others, and whether it may run beside them."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from math import inf
from time import monotonic

BUSY_MS = 2000
BUSY_OPTION = "busy_ms"
"""Execution option of one transaction: how long it may wait for a lock."""

GATE = "gate"
"""Execution option of a writing transaction on a server: how it stands to other writers.

In a SQLite file a writer is always alone.
"""
BESIDE, ALONE, FREE = "beside others", "alone", "free"
"""Beside other writers; only once these are done and before the next; without looking at them."""

_UNTIL: ContextVar[float] = ContextVar("until", default=inf)
"""The moment, on the monotonic clock, after which the work in this thread waits no more."""


@contextmanager
def waiting_no_longer(ms: int) -> Iterator[None]:
    """All that is waited for within this context takes so long together, in whatever database."""
    token = _UNTIL.set(monotonic() + ms / 1000)
    try:
        yield
    finally:
        _UNTIL.reset(token)


def still_ms(most: int) -> int:
    """What is left of that, and never more than `most`."""
    return round(max(0, min(most, 1000 * (_UNTIL.get() - monotonic()))))
