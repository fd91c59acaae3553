"""No push in class: schools have their own hours, weekdays others, and some people two schools."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meldcode.schooldays import CalendarError, Hours, SchoolCalendar, free_moment
from tests.school import CALENDAR

TUESDAY, WEDNESDAY = date(2026, 11, 3), date(2026, 11, 4)
SHORT = replace(CALENDAR, lessons_on=((2, (Hours(time(8, 30), time(12, 15)),)),))
"""Lessons till a quarter past twelve on Wednesday; on other days 8:30-12:00 and 12:45-14:45."""

AFTERNOON = replace(CALENDAR, lessons=(Hours(time(12), time(15)),))
MOMENTS = st.integers(0, 60 * 24 * 28).map(
    lambda minutes: datetime(2026, 11, 2, tzinfo=UTC) + timedelta(minutes=minutes)
)
QUARTERS = st.integers(7 * 4, 18 * 4).map(lambda quarter: time(quarter // 4, quarter % 4 * 15))


@st.composite
def timetables(draw: st.DrawFn) -> SchoolCalendar:
    """A school with any lessons, on Friday others, that leave the first quarter free."""
    ends = [sorted(draw(st.lists(QUARTERS, min_size=2, max_size=6, unique=True))) for _ in "ab"]
    every, friday = (
        tuple(Hours(start, end) for start, end in zip(one[::2], one[1::2], strict=False))
        for one in ends
    )
    return replace(CALENDAR, lessons=every, lessons_on=((4, friday),))


def at(day: date, hour: int, minute: int = 0) -> datetime:
    return CALENDAR.at(day, time(hour, minute))


@pytest.mark.parametrize(
    "now, free",
    [
        (at(WEDNESDAY, 12, 5), at(WEDNESDAY, 12, 15)),
        (at(WEDNESDAY, 13), at(WEDNESDAY, 13)),
        (at(TUESDAY, 12, 5), at(TUESDAY, 12, 5)),
        (at(TUESDAY, 13), at(TUESDAY, 14, 45)),
    ],
)
def test_a_weekday_may_have_hours_of_its_own(now: datetime, free: datetime) -> None:
    """What holds on Wednesday holds on no other day."""
    assert SHORT.push_time(now) == free


def test_who_works_at_two_schools_is_left_alone_in_the_lessons_of_both() -> None:
    """The end of a lesson at one may lie in a lesson at the other."""
    found = free_moment((CALENDAR, AFTERNOON), at(TUESDAY, 9))

    assert found == at(TUESDAY, 15)


def test_a_school_that_is_closed_holds_up_no_message_of_another() -> None:
    """In the vacation of one, the hours of the other count."""
    closed = replace(CALENDAR, closed=frozenset({TUESDAY}))

    assert free_moment((closed, AFTERNOON), at(TUESDAY, 9)) == at(TUESDAY, 9)


@given(st.lists(timetables(), min_size=1, max_size=3), MOMENTS)
def test_no_push_ever_falls_in_a_lesson(schools: list[SchoolCalendar], now: datetime) -> None:
    """Whatever the hours are: the moment is not before now, a school is open, and none teaches."""
    try:
        found = free_moment(schools, now)
    except CalendarError:
        assert len(schools) > 1
        return

    assert found >= now
    assert [school.lesson_until(found) for school in schools] == [None] * len(schools)
    assert any(school.push_time(found) == found for school in schools)


@given(timetables(), MOMENTS)
def test_a_lesson_is_what_a_push_waits_for(school: SchoolCalendar, now: datetime) -> None:
    """During one, a push waits at least till it ends."""
    end = school.lesson_until(now)

    assert end is None or school.push_time(now) >= end


def test_a_weekday_without_a_free_moment_is_refused() -> None:
    """A timetable that no message could ever get past cannot be set up."""
    with pytest.raises(CalendarError, match="nudge slot"):
        replace(CALENDAR, lessons_on=((0, (Hours(time(6), time(20)),)),))
