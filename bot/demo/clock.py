"""A clock that can be moved forward, so that what the days bring can be seen in minutes."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from meldcode.schooldays import SchoolCalendar

MORNING = time(8, 5)
"""Inside the first nudge slot of a school day."""

FURTHEST = timedelta(days=366)
"""One move at most; the school calendar is known for a few years only."""


class WrongMoveError(ValueError):
    """The clock cannot go there. The argument is a key of the page's texts: past or far."""


class DemoClock:
    """The real time plus an offset that only grows: what is stored must never lie in the future.

    The caller keeps `offset` between runs.
    """

    def __init__(
        self,
        real: Callable[[], datetime],
        calendar: SchoolCalendar,
        offset: timedelta = timedelta(),
    ) -> None:
        self._real = real
        self._calendar = calendar
        self.offset = offset

    def now(self) -> datetime:
        """The aware time that everything in the demo goes by."""
        return self._real() + self.offset

    def today(self) -> date:
        return self._calendar.today(self.now())

    def forward_hour(self) -> None:
        self.offset += timedelta(hours=1)

    def to_next_school_day(self) -> None:
        """To five past eight on the next day that the school is open."""
        self._go(self._calendar.add(self.today(), 1))

    def to_date(self, day: date) -> None:
        """To five past eight on `day`.

        Raises:
            WrongMoveError: `day` is not after today, or more than a year away.
        """
        if day <= self.today():
            raise WrongMoveError("past")
        if day - self.today() > FURTHEST:
            raise WrongMoveError("far")
        self._go(day)

    def _go(self, day: date) -> None:
        self.offset += self._calendar.at(day, MORNING) - self.now()
