from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.demo.clock import DemoClock, WrongMoveError
from meldcode.schooldays import SchoolCalendar

ZONE = ZoneInfo("Europe/Amsterdam")
FRIDAY = datetime(2026, 11, 27, 14, 30, tzinfo=UTC)


def clock_at(moment: datetime = FRIDAY, offset: timedelta = timedelta()) -> DemoClock:
    return DemoClock(lambda: moment, SchoolCalendar(ZONE), offset)


def local(clock: DemoClock) -> str:
    return clock.now().astimezone(ZONE).isoformat(timespec="minutes")


def test_an_hour_is_an_hour() -> None:
    """The clock goes one hour ahead of the real time, each time it is asked."""
    clock = clock_at()

    clock.forward_hour()
    clock.forward_hour()

    assert clock.now() - FRIDAY == timedelta(hours=2)


def test_the_next_school_day_skips_the_weekend() -> None:
    """From Friday the clock goes to five past eight on Monday."""
    clock = clock_at()

    clock.to_next_school_day()

    assert local(clock) == "2026-11-30T08:05+01:00"


def test_a_date_is_reached_over_a_change_to_summer_time() -> None:
    """Five past eight is wall-clock time, also after the clocks have changed."""
    clock = clock_at()

    clock.to_date(date(2027, 4, 6))

    assert local(clock) == "2027-04-06T08:05+02:00"


def test_a_kept_offset_is_where_the_clock_starts_again() -> None:
    """The caller keeps the offset; with it a new clock tells the same time."""
    before = clock_at()
    before.to_date(date(2026, 12, 8))

    after = clock_at(offset=before.offset)

    assert after.now() == before.now()


@pytest.mark.parametrize("day, reason", [("2026-11-27", "past"), ("2027-11-29", "far")])
def test_a_date_that_cannot_be_reached_moves_nothing(day: str, reason: str) -> None:
    """Today, the past and more than a year ahead are refused with their reason."""
    clock = clock_at()

    with pytest.raises(WrongMoveError, match=reason):
        clock.to_date(date.fromisoformat(day))

    assert clock.offset == timedelta()


@given(moves=st.lists(st.sampled_from(["hour", "school_day", "date"]), max_size=12))
def test_the_clock_never_goes_back(moves: list[str]) -> None:
    """Whatever is done with it, each move leaves the clock later than before."""
    clock = clock_at()
    for move in moves:
        before = clock.now()
        match move:
            case "hour":
                clock.forward_hour()
            case "school_day":
                clock.to_next_school_day()
            case _:
                clock.to_date(clock.today() + timedelta(days=1))

        assert clock.now() > before
