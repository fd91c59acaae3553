"""The stretches without school: while they last nobody at school sees the child."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from meldcode.schooldays import SchoolCalendar

AHEAD = 366
"""In days; a duty is planned when a case changes, and a case may rest for long."""

WEEK = 7
SUMMER = 28
"""Only the summer vacation lasts longer than four weeks."""


@dataclass(frozen=True, slots=True)
class Break:
    """`last` is the last school day before it, `back` the first one after it."""

    last: date
    back: date

    @property
    def days(self) -> int:
        """From the one school day to the other; a plain weekend is 3."""
        return (self.back - self.last).days

    @property
    def summer(self) -> bool:
        return self.days > SUMMER


@lru_cache(maxsize=64)
def breaks(calendar: SchoolCalendar, today: date) -> tuple[Break, ...]:
    """Those of more than a week that begin today or in the coming year, the first one first."""
    return tuple(_breaks(calendar, today))


def _breaks(calendar: SchoolCalendar, today: date) -> Iterator[Break]:
    last = calendar.add(today, 0)
    while (last - today).days < AHEAD:
        found = Break(last, calendar.add(last, 1))
        if found.days > WEEK:
            yield found
        last = found.back
