from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest

from meldcode.schooldays import CalendarError, Hours
from tests.school import CALENDAR

MONDAY, FRIDAY = date(2026, 11, 2), date(2026, 11, 6)
SUMMER_ENDS, SUMMER_STARTS = date(2026, 10, 25), date(2027, 3, 28)


def utc(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime.combine(day, time(hour, minute), UTC)


@pytest.mark.parametrize(
    "day, slot",
    [
        (date(2026, 10, 23), utc(date(2026, 10, 23), 6)),
        (date(2026, 10, 24), utc(date(2026, 10, 26), 7)),
        (date(2027, 3, 26), utc(date(2027, 3, 26), 7)),
        (date(2027, 3, 27), utc(date(2027, 3, 30), 6)),
        (date(2026, 12, 24), utc(date(2027, 1, 4), 7)),
    ],
)
def test_a_nudge_comes_at_eight_by_the_clock_of_the_school(day: date, slot: datetime) -> None:
    """In summer and winter, and on the first school day after the clock was changed."""
    assert CALENDAR.slot_on(day) == slot


def test_a_school_that_works_when_the_clock_changes_is_nudged_at_eight() -> None:
    """The night of the change itself moves no slot."""
    own = replace(CALENDAR, opened=frozenset({SUMMER_ENDS, SUMMER_STARTS}))

    assert own.slot_on(SUMMER_ENDS) == utc(SUMMER_ENDS, 7)
    assert own.slot_on(SUMMER_STARTS) == utc(SUMMER_STARTS, 6)


def test_an_hour_that_is_skipped_moves_forward() -> None:
    """In the night in which summer time starts, half past two becomes half past three."""
    assert CALENDAR.at(SUMMER_STARTS, time(2, 30)) == utc(SUMMER_STARTS, 1, 30)


def test_an_hour_that_comes_twice_is_taken_the_first_time() -> None:
    """In the night in which summer time ends, half past two is the one before the change."""
    assert CALENDAR.at(SUMMER_ENDS, time(2, 30)) == utc(SUMMER_ENDS, 0, 30)


@pytest.mark.parametrize(
    "now, slot",
    [
        (utc(MONDAY, 7, 10), utc(MONDAY, 7, 10)),
        (utc(MONDAY, 7, 20), utc(MONDAY, 14, 15)),
        (utc(MONDAY, 15, 30), utc(date(2026, 11, 3), 7)),
        (utc(FRIDAY, 20), utc(date(2026, 11, 9), 7)),
    ],
)
def test_the_next_slot_is_now_or_later(now: datetime, slot: datetime) -> None:
    """Within a slot a nudge goes at once; after it, at the start of the next one."""
    assert CALENDAR.next_slot(now) == slot


@pytest.mark.parametrize(
    "now, push",
    [
        (utc(MONDAY, 4), utc(MONDAY, 6, 30)),
        (utc(MONDAY, 7, 29), utc(MONDAY, 7, 29)),
        (utc(MONDAY, 7, 30), utc(MONDAY, 11)),
        (utc(MONDAY, 11, 45), utc(MONDAY, 13, 45)),
        (utc(FRIDAY, 17), utc(date(2026, 11, 9), 6, 30)),
        (utc(date(2026, 12, 18), 20), utc(date(2027, 1, 4), 6, 30)),
    ],
)
def test_a_push_waits_for_a_break(now: datetime, push: datetime) -> None:
    """During lessons the class may see the screen, so a message waits until they end (R8)."""
    assert CALENDAR.push_time(now) == push


def test_evening_lessons_do_not_stretch_the_day() -> None:
    """A course at night leaves the hours in which pushes may arrive as they are."""
    own = replace(CALENDAR, lessons=(Hours(time(19), time(20)),))

    assert own.push_time(utc(MONDAY, 17, 30)) == utc(date(2026, 11, 3), 6, 30)


def test_slots_may_stand_in_any_order() -> None:
    """The afternoon written first does not make the morning wait."""
    own = replace(CALENDAR, slots=CALENDAR.slots[::-1])

    assert own.next_slot(utc(MONDAY, 5)) == utc(MONDAY, 7)
    assert own.slot_on(MONDAY) == utc(MONDAY, 7)


def test_hours_end_after_they_start() -> None:
    """A slip in the organisation file is found when it is read, not when a nudge is lost."""
    with pytest.raises(CalendarError, match="end after it starts"):
        Hours(time(9), time(9))


@pytest.mark.parametrize(
    "change", [{"slots": ()}, {"lessons": (Hours(time(6), time(20)),)}], ids=["slots", "lessons"]
)
def test_a_calendar_without_a_free_moment_is_refused(change: dict[str, tuple[Hours, ...]]) -> None:
    """A school where no message could ever arrive cannot be set up."""
    with pytest.raises(CalendarError, match="nudge slot"):
        replace(CALENDAR, **change)  # type: ignore[arg-type]  # the rows differ in their field
