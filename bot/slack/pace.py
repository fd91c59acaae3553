"""How fast one person can go on; more than hands can do is a program or a stuck key."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Allowance:
    """So many at once, and then so many a second."""

    at_once: int
    a_second: float


HANDS = Allowance(120, 2)
"""Buttons, forms, commands and looks at Home."""

KEYS = Allowance(300, 10)
"""Fields that report every key."""


class Pace:
    """Counts per account, in memory: what is kept is a number and a moment."""

    def __init__(self, clock: Callable[[], datetime], allowance: Allowance) -> None:
        self._clock = clock
        self._allowance = allowance
        self._left: dict[str, tuple[float, datetime]] = {}

    def allows(self, account: str) -> bool:
        """Whether this person may go on now; counts this time too."""
        now, most = self._clock(), self._allowance.at_once
        left, since = self._left.get(account, (most, now))
        left = min(most, left + max(0, (now - since).total_seconds()) * self._allowance.a_second)
        self._left[account] = (left - 1 if left >= 1 else left), now
        return left >= 1


class Paces:
    """Both kinds of pace of everybody."""

    def __init__(self, clock: Callable[[], datetime], hands: Allowance = HANDS) -> None:
        self.hands = Pace(clock, hands)
        self.keys = Pace(clock, KEYS)
