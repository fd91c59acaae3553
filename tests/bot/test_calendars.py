from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.calendars import REGIONS, calendar_of, covered_until, hours
from meldcode.schooldays import SchoolCalendar
from storage.records import School

ZONE = ZoneInfo("Europe/Amsterdam")


def calendar(region: str = "noord", **own: object) -> SchoolCalendar:
    """The calendar of an invented school with these days of its own."""
    school = School("regenboog", "De Regenboog", "Maria", "", {"region": region, **own})
    return calendar_of(school, ZONE)


@pytest.mark.parametrize(
    "region, before, after",
    [
        ("noord", date(2026, 10, 9), date(2026, 10, 19)),
        ("midden", date(2026, 10, 16), date(2026, 10, 26)),
        ("zuid", date(2026, 10, 16), date(2026, 10, 26)),
    ],
)
def test_vacations_are_those_of_the_region(region: str, before: date, after: date) -> None:
    """The autumn break of 2026 as the ministry set it (Regeling schoolvakanties 2025-2030)."""
    assert calendar(region).add(before, 1) == after


def test_public_holidays_are_free() -> None:
    """Easter Monday and King's Day are no school days, the day after is one."""
    school = calendar()

    assert not school.is_school_day(date(2027, 3, 29))
    assert school.is_school_day(date(2027, 3, 30))
    assert not school.is_school_day(date(2028, 4, 27))


def test_the_school_has_days_of_its_own() -> None:
    """A study day is closed, and an advised vacation can be worked through."""
    school = calendar(closed=["2027-03-10"], opened=["2026-10-12"])

    assert not school.is_school_day(date(2027, 3, 10))
    assert school.is_school_day(date(2026, 10, 12))
    assert not school.is_school_day(date(2026, 10, 13))


def test_lessons_hold_pushes_back() -> None:
    """During the hours that the school gives as lessons nothing is pushed."""
    school = calendar(lessons=["08:30-12:00", "12:45-14:45"])
    lesson = datetime(2026, 11, 24, 9, tzinfo=UTC)

    assert school.push_time(lesson) == datetime(2026, 11, 24, 11, tzinfo=UTC)


def test_a_weekday_has_lessons_of_its_own() -> None:
    """On Wednesday the hours that the file gives for that day are held, and not the others."""
    every, wednesday = ["08:30-12:00", "12:45-14:45"], {"wednesday": ["08:30-12:15"]}
    school = calendar(lessons=every, lessons_on=wednesday)
    noon = datetime(2026, 11, 25, 12, tzinfo=UTC)

    assert school.push_time(noon) == noon
    assert school.push_time(noon - timedelta(days=1)) == noon + timedelta(days=-1, hours=1.75)


@pytest.mark.parametrize("region", REGIONS)
def test_the_end_of_what_is_known_is_the_end_of_a_summer(region: str) -> None:
    """Vacations are known up to the last summer vacation that has been set."""
    end = covered_until(region)
    school = calendar(region)

    assert end.month in {8, 9}
    assert not school.is_school_day(end)
    assert end >= date(2030, 8, 1)


@given(st.sampled_from(REGIONS), st.dates(date(2015, 1, 1), date(2049, 12, 31)))
def test_every_school_day_has_a_next_one(region: str, day: date) -> None:
    """Counting never runs off the calendar, also beyond the vacations that are known."""
    following = calendar(region).add(day, 1)

    assert 1 <= (following - day).days < 60


def test_the_same_description_is_worked_out_once() -> None:
    """Asking for a school's calendar at every step costs nothing."""
    assert calendar() is calendar()


@pytest.mark.parametrize("text", ["", "08:30", "12:00-08:30", "08:30-08:30", "8:30-9:00", "x-y"])
def test_hours_that_are_no_hours_are_refused(text: str) -> None:
    """Lessons must start before they end."""
    with pytest.raises(ValueError, match="must"):
        hours(text)


@pytest.mark.parametrize("region", REGIONS)
def test_others_work_in_a_vacation_but_not_on_a_public_holiday(region: str) -> None:
    """A promise in working days runs on in the Christmas vacation and skips its two holidays."""
    assert calendar(region).add_working(date(2026, 12, 18), 5) == date(2026, 12, 28)


def test_a_study_day_of_the_school_is_a_working_day_of_others() -> None:
    """The days of the school itself change nothing in what others promise."""
    own = calendar(closed=["2027-03-10"])

    assert own.add_working(date(2027, 3, 9), 1) == date(2027, 3, 10)
