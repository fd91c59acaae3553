from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from meldcode.schooldays import CalendarError
from tests.school import CALENDAR, days

MONDAY, FRIDAY, SATURDAY = date(2026, 11, 2), date(2026, 11, 6), date(2026, 11, 7)


@pytest.mark.parametrize(
    "day, works",
    [
        (MONDAY, True),
        (SATURDAY, False),
        (date(2026, 11, 8), False),
        (date(2026, 10, 12), False),
        (date(2027, 3, 29), False),
    ],
)
def test_a_school_is_closed_in_weekends_and_holidays(day: date, works: bool) -> None:  # noqa: FBT001 - a row of the table
    """Nobody is expected to look on a Saturday, a Sunday, in a vacation or on a holiday."""
    assert CALENDAR.is_school_day(day) == works


def test_a_school_may_work_on_a_free_day() -> None:
    """The days of the school itself win over weekends and holidays."""
    own = replace(CALENDAR, opened=frozenset({SATURDAY, date(2026, 10, 12)}))

    assert own.is_school_day(SATURDAY)
    assert own.is_school_day(date(2026, 10, 12))


@pytest.mark.parametrize(
    "day, count, expected",
    [
        (MONDAY, 0, MONDAY),
        (SATURDAY, 0, date(2026, 11, 9)),
        (MONDAY, 4, FRIDAY),
        (MONDAY, 5, date(2026, 11, 9)),
        (SATURDAY, 1, date(2026, 11, 9)),
        (date(2026, 11, 9), -1, FRIDAY),
        (date(2026, 10, 9), 1, date(2026, 10, 19)),
        (date(2026, 12, 18), 1, date(2027, 1, 4)),
        (date(2027, 1, 4), -1, date(2026, 12, 18)),
        (date(2027, 3, 26), 1, date(2027, 3, 30)),
    ],
)
def test_terms_are_counted_in_school_days(day: date, count: int, expected: date) -> None:
    """Weekends, vacations, holidays and the turn of the year are passed over."""
    assert CALENDAR.add(day, count) == expected


def test_days_between_leave_out_the_first() -> None:
    """From Friday to the Tuesday after it are two school days; backwards there are none."""
    assert CALENDAR.between(FRIDAY, date(2026, 11, 10)) == 2
    assert CALENDAR.between(date(2026, 11, 10), FRIDAY) == 0


def test_a_day_begins_at_midnight_of_the_school() -> None:
    """Half an hour before midnight in London it is already the next day at school."""
    assert CALENDAR.today(datetime(2026, 11, 2, 23, 30, tzinfo=UTC)) == date(2026, 11, 3)


def test_a_school_closed_for_a_year_is_refused() -> None:
    """A search for a school day ends with an error that names the cause."""
    own = replace(CALENDAR, closed=days(date(2026, 1, 1), date(2028, 1, 1)))

    with pytest.raises(CalendarError, match="closed for a year"):
        own.add(MONDAY, 1)


@pytest.mark.parametrize(
    "day, expected",
    [
        (MONDAY, date(2026, 11, 9)),
        (FRIDAY, date(2026, 11, 13)),
        (SATURDAY, date(2026, 11, 13)),
        (date(2026, 12, 18), date(2026, 12, 28)),
        (date(2026, 10, 9), date(2026, 10, 16)),
        (date(2027, 3, 25), date(2027, 4, 2)),
    ],
)
def test_working_days_go_on_in_a_vacation(day: date, expected: date) -> None:
    """Five working days skip weekends and public holidays, but no vacation of the school."""
    assert CALENDAR.add_working(day, 5) == expected
