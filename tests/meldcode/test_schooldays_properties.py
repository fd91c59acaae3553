from datetime import date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from meldcode.schooldays import Hours, SchoolCalendar
from tests.meldcode.calendars import DATES, MOMENTS, calendars

COUNTS = st.integers(1, 250)


def within(calendar: SchoolCalendar, moment: datetime, parts: tuple[Hours, ...]) -> bool:
    """Whether the clock at school shows a time in one of `parts` of a school day."""
    local = moment.astimezone(calendar.zone)
    return calendar.is_school_day(local.date()) and any(p.holds(local.time()) for p in parts)


def may_push(calendar: SchoolCalendar, moment: datetime) -> bool:
    return within(calendar, moment, (calendar.open_hours,)) and not within(
        calendar, moment, calendar.lessons
    )


@given(calendars(), MOMENTS)
def test_no_push_during_lessons_or_when_school_is_out(
    calendar: SchoolCalendar, now: datetime
) -> None:
    """Whatever the timetable, a push comes now or later, in a break of a school day (R8)."""
    push = calendar.push_time(now)

    assert push >= now
    assert may_push(calendar, push)
    assert calendar.push_time(push) == push


@given(calendars(), MOMENTS, st.floats(0, 1, exclude_max=True))
def test_a_push_waits_no_longer_than_it_must(
    calendar: SchoolCalendar, now: datetime, share: float
) -> None:
    """At no moment before it could the message have come."""
    push = calendar.push_time(now)

    earlier = now + share * (push - now)

    assert earlier == push or not may_push(calendar, earlier)


@given(calendars(), MOMENTS, st.floats(0, 1, exclude_max=True))
def test_the_next_slot_is_the_first_one(
    calendar: SchoolCalendar, now: datetime, share: float
) -> None:
    """It lies in a slot of a school day, and none was passed over to reach it."""
    slot = calendar.next_slot(now)

    earlier = now + share * (slot - now)

    assert within(calendar, slot, calendar.slots)
    assert earlier == slot or not within(calendar, earlier, calendar.slots)


@given(calendars(), DATES)
def test_a_nudge_for_a_day_never_comes_before_it(calendar: SchoolCalendar, day: date) -> None:
    """It comes at the start of a slot, on that day or on the first school day after it."""
    local = calendar.slot_on(day).astimezone(calendar.zone)

    assert local.date() == calendar.add(day, 0) >= day
    assert local.time() in {slot.start for slot in calendar.slots}


@given(calendars(), DATES, COUNTS)
def test_counting_forth_and_counting_between_agree(
    calendar: SchoolCalendar, day: date, count: int
) -> None:
    """The day that lies so many school days ahead, lies so many school days ahead."""
    end = calendar.add(day, count)

    assert calendar.is_school_day(end)
    assert calendar.between(day, end) == count


@given(calendars(), DATES, COUNTS)
def test_counting_forth_and_back_comes_home(
    calendar: SchoolCalendar, day: date, count: int
) -> None:
    """From a school day, so many ahead and as many back is the same day."""
    start = calendar.add(day, 0)

    assert calendar.add(calendar.add(start, count), -count) == start


@given(calendars(), DATES, st.integers(0, 400), st.integers(0, 400))
def test_school_days_between_add_up(
    calendar: SchoolCalendar, day: date, one: int, two: int
) -> None:
    """A stretch of time has as many school days as its two parts together."""
    middle, end = day + timedelta(one), day + timedelta(one + two)

    whole = calendar.between(day, end)

    assert whole == calendar.between(day, middle) + calendar.between(middle, end)


@given(calendars(), DATES, st.integers(1, 30))
def test_a_working_day_is_a_weekday_without_a_holiday(
    calendar: SchoolCalendar, day: date, number: int
) -> None:
    """Exactly `number` of them lie after the day, the last of which is the answer."""
    last = calendar.add_working(day, number)

    between = [day + timedelta(n) for n in range(1, (last - day).days + 1)]
    working = [one for one in between if one.weekday() < 5 and one not in calendar.public]
    assert len(working) == number
    assert working[-1] == last
