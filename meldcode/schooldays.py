"""Counting in school days, and the moments at which a message may arrive.

Dates and wall-clock times are those of the school (Europe/Amsterdam unless the board says
otherwise); instants are always aware.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import count, islice
from zoneinfo import ZoneInfo

FRIDAY = 4
SATURDAY = 5
LONG_BREAK = 3
MOST_LESSONS = 500
"""Ends of lessons tried in search of a free moment: a month of them."""

HORIZON = 366
"""No school is closed for a year on end; a search past this many days is a wrong calendar."""


class CalendarError(ValueError):
    """The days or hours of a school cannot be right; a search in them would never end."""


@dataclass(frozen=True, slots=True)
class Hours:
    """A part of the day, from `start` up to `end` (wall clock)."""

    start: time
    end: time

    def __post_init__(self) -> None:
        if self.start >= self.end:
            raise CalendarError("A part of the day must end after it starts.")

    def holds(self, moment: time) -> bool:
        return self.start <= moment < self.end


def _start(hours: Hours) -> time:
    return hours.start


@dataclass(frozen=True, slots=True)
class SchoolCalendar:
    """When a school is open, when lessons run and when a nudge fits.

    `closed` holds public holidays, vacations and the school's own free days; `opened` holds days
    on which this school works all the same. `public` holds the public holidays alone, on which
    nobody works; in a vacation others do. `lessons` are hours without any push, `lessons_on` those
    of weekdays (0 is Monday) that have others; `slots` are the hours in which nudges go out;
    `open_hours` bound every push that is not urgent.
    """

    zone: ZoneInfo
    closed: frozenset[date] = frozenset()
    opened: frozenset[date] = frozenset()
    public: frozenset[date] = frozenset()
    lessons: tuple[Hours, ...] = ()
    lessons_on: tuple[tuple[int, tuple[Hours, ...]], ...] = ()
    slots: tuple[Hours, ...] = (Hours(time(8), time(8, 20)), Hours(time(15, 15), time(16, 30)))
    open_hours: Hours = Hours(time(7, 30), time(18))

    def __post_init__(self) -> None:
        """Refuse hours in which a search for a free moment would never end."""
        days = (self.lessons, *(held for _, held in self.lessons_on))
        if not self.slots or not all(any(self._pauses(lessons)) for lessons in days):
            raise CalendarError("A school needs a nudge slot, and time outside lessons.")

    def today(self, now: datetime) -> date:
        return now.astimezone(self.zone).date()

    def is_school_day(self, day: date) -> bool:
        if day in self.opened:
            return True
        return day.weekday() < SATURDAY and day not in self.closed

    def add(self, day: date, count: int) -> date:
        """The school day that lies `count` school days after `day` (before, if negative).

        With `count` 0: `day` itself, or the first school day after it.
        """
        if count == 0:
            return next(self._school_days(day, 1, skip_first=False))
        step = 1 if count > 0 else -1
        days = self._school_days(day, step, skip_first=True)
        return [next(days) for _ in range(abs(count))][-1]

    def add_working(self, day: date, number: int) -> date:
        """The working day that lies `number` (1 or more) working days after `day`.

        Working days are all weekdays but public holidays: others work on in a school's vacation,
        so what they promise within working days is counted in these (domain.md row 101).
        """
        later = (day + timedelta(n) for n in count(1))
        working = (one for one in later if one.weekday() < SATURDAY and one not in self.public)
        return next(islice(working, number - 1, None))

    def between(self, start: date, end: date) -> int:
        """How many school days lie after `start`, up to and with `end`."""
        span = (end - start).days
        return sum(self.is_school_day(start + timedelta(n)) for n in range(1, span + 1))

    def before_break(self, day: date) -> bool:
        """Whether nobody at school sees the children for some days after `day`.

        On a Friday, and before three or more days without school (domain.md row 95).
        """
        off = (self.add(day, 1) - day).days - 1
        return day.weekday() >= FRIDAY or off >= LONG_BREAK

    def at(self, day: date, moment: time) -> datetime:
        """The instant of a wall-clock time; a time that a DST night skips is moved forward."""
        return datetime.combine(day, moment, self.zone).astimezone(UTC)

    def slot_on(self, day: date) -> datetime:
        """The first nudge slot on or after `day`."""
        return self.at(self.add(day, 0), min(slot.start for slot in self.slots))

    def next_slot(self, now: datetime) -> datetime:
        """`now` if it lies in a nudge slot, else the start of the next one."""
        return self._first(now, self._slots_from(self.today(now)))

    def push_time(self, now: datetime) -> datetime:
        """`now` if a push may arrive, else the first moment at which it may.

        Never during lessons (domain.md R8: the class may be looking at the screen), never outside
        the school's hours.
        """
        return self._first(now, self._pauses_from(self.today(now)))

    def lesson_until(self, now: datetime) -> datetime | None:
        """When the lesson ends that runs at `now`; None if there is none."""
        day, moment = self.today(now), now.astimezone(self.zone).time()
        if not self.is_school_day(day):
            return None
        ends = [lesson.end for lesson in self._lessons(day) if lesson.holds(moment)]
        return self.at(day, max(ends)) if ends else None

    def _lessons(self, day: date) -> tuple[Hours, ...]:
        return dict(self.lessons_on).get(day.weekday(), self.lessons)

    def _school_days(self, day: date, step: int, *, skip_first: bool) -> Iterator[date]:
        quiet = 0
        current = day + timedelta(step) if skip_first else day
        while quiet < HORIZON:
            if self.is_school_day(current):
                quiet = 0
                yield current
            quiet += 1
            current += timedelta(step)
        raise CalendarError("The school is closed for a year on end.")

    def _slots_from(self, day: date) -> Iterator[tuple[datetime, datetime]]:
        for school_day in self._school_days(day, 1, skip_first=False):
            for slot in sorted(self.slots, key=_start):
                yield self.at(school_day, slot.start), self.at(school_day, slot.end)

    def _pauses_from(self, day: date) -> Iterator[tuple[datetime, datetime]]:
        for school_day in self._school_days(day, 1, skip_first=False):
            for hours in self._pauses(self._lessons(school_day)):
                yield self.at(school_day, hours.start), self.at(school_day, hours.end)

    def _pauses(self, lessons: Iterable[Hours]) -> Iterator[Hours]:
        start = self.open_hours.start
        for lesson in sorted(lessons, key=_start):
            end = min(lesson.start, self.open_hours.end)
            if start < end:
                yield Hours(start, end)
            start = max(start, lesson.end)
        if start < self.open_hours.end:
            yield Hours(start, self.open_hours.end)

    @staticmethod
    def _first(now: datetime, spans: Iterable[tuple[datetime, datetime]]) -> datetime:
        return next(max(now, start) for start, end in spans if now < end)


def free_moment(calendars: Sequence[SchoolCalendar], now: datetime) -> datetime:
    """`now`, or the first moment after it at which a push reaches somebody outside every lesson.

    For who works at several schools: one of them must be open, and no lesson may run at any.
    """
    moment = min(calendar.push_time(now) for calendar in calendars)
    for _ in range(MOST_LESSONS):
        ends = [end for calendar in calendars if (end := calendar.lesson_until(moment))]
        if not ends:
            return moment
        moment = min(calendar.push_time(max(ends)) for calendar in calendars)
    raise CalendarError("The lessons of these schools leave no moment free.")
