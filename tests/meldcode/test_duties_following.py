from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from meldcode import commands
from meldcode.case import Case
from meldcode.duties import Duty, Kind, duties
from meldcode.people import Audience
from tests.builders import CLOSE, FOLLOW, NOTE, REOPEN, decided, play, signed, taken
from tests.meldcode.test_duties import due, rungs
from tests.school import CALENDAR, MEETING_ON, NOW, POLICY, days

LADDER = {Kind.FOLLOW_FIRST, Kind.FOLLOW_SECOND, Kind.FOLLOW_THIRD, Kind.FOLLOW_LAST}


def climb(case: Case, now: datetime = NOW) -> tuple[Duty, ...]:
    return tuple(duty for duty in due(case, now) if duty.kind in LADDER)


def keys(found: tuple[Duty, ...]) -> set[str]:
    return {duty.key for duty in found}


def holiday(now: datetime) -> list[tuple[Kind, date, Audience]]:
    return rungs(tuple(duty for duty in due(decided(), now) if duty.kind is Kind.HOLIDAY))


def on(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)


def test_an_ignored_look_climbs() -> None:
    """Who sees the child is asked first, then the holder, the deputy and those above."""
    assert rungs(climb(decided())) == [
        (Kind.FOLLOW_FIRST, MEETING_ON, Audience.RAISER),
        (Kind.FOLLOW_SECOND, date(2026, 11, 20), Audience.RAISER),
        (Kind.FOLLOW_SECOND, date(2026, 11, 20), Audience.HOLDER),
        (Kind.FOLLOW_THIRD, date(2026, 11, 24), Audience.HOLDER),
        (Kind.FOLLOW_THIRD, date(2026, 11, 24), Audience.DEPUTY),
        (Kind.FOLLOW_LAST, date(2026, 12, 1), Audience.AANDACHTSFUNCTIONARIS),
        (Kind.FOLLOW_LAST, date(2026, 12, 1), Audience.DIRECTOR),
    ]


def test_a_look_on_a_free_day_is_asked_after_it() -> None:
    """All steps of the ladder are counted from the school day on which the first one comes."""
    saturday = replace(FOLLOW, first=date(2026, 11, 7))

    found = rungs(climb(play(taken(), saturday)))

    assert [day for _, day, to in found if to in {Audience.RAISER, Audience.DIRECTOR}] == [
        date(2026, 11, 9),
        date(2026, 11, 12),
        date(2026, 11, 23),
    ]


@pytest.mark.parametrize(
    "command", [NOTE, commands.Snooze(1), FOLLOW], ids=["note", "snooze", "agree"]
)
def test_whatever_somebody_does_ends_the_climb(command: commands.Command) -> None:
    """The reminders of the old look are gone for everyone, and the new ones are other ones."""
    before = climb(decided())

    after = climb(play(decided(), command, now=on(date(2026, 11, 18))), on(date(2026, 11, 18)))

    assert keys(before) & keys(after) == set()
    assert [(duty.kind, duty.to) for duty in after] == [(duty.kind, duty.to) for duty in before]


def test_the_same_look_keeps_its_keys() -> None:
    """Computing anew on a later day makes no second reminder of the same occasion."""
    assert climb(decided(), on(date(2026, 11, 30))) == climb(decided(), NOW)


def test_closing_ends_the_climb_and_reopening_starts_another() -> None:
    """A closed case is silent; reopened later, it asks at new moments."""
    later = on(date(2026, 11, 20))
    case = signed(play(decided(), CLOSE, now=later))

    again = play(case, REOPEN, now=later)

    assert climb(case) == ()
    assert keys(climb(again, later)) & keys(climb(decided())) == set()
    assert climb(again, later)[0].at.date() == date(2026, 12, 4)


CHRISTMAS, SPRING = date(2026, 12, 17), date(2027, 2, 18)


@pytest.mark.parametrize(
    "today, thursdays",
    [
        (date(2026, 11, 3), [CHRISTMAS, SPRING]),
        (date(2026, 12, 17), [CHRISTMAS, SPRING]),
        (date(2026, 12, 18), [CHRISTMAS, SPRING]),
        (date(2026, 12, 24), [SPRING]),
    ],
)
def test_before_a_holiday_somebody_looks_once_more(today: date, thursdays: list[date]) -> None:
    """On the last school day but one; whoever was not reached then, is due on the last."""
    assert holiday(on(today)) == [
        (Kind.HOLIDAY, thursday, to)
        for thursday in thursdays
        for to in (Audience.RAISER, Audience.HOLDER)
    ]


def test_a_long_weekend_is_no_holiday() -> None:
    """Four days without school bring no extra reminder, and neither does a holiday far away."""
    easter = on(date(2027, 3, 1))

    assert holiday(easter) == []


def test_a_week_off_counts_and_four_days_do_not() -> None:
    """From Friday to the Monday after next is long; from Wednesday to Monday is not."""
    short = replace(CALENDAR, closed=days(date(2026, 11, 5), date(2026, 11, 8)))
    week = replace(CALENDAR, closed=days(date(2026, 11, 7), date(2026, 11, 15)))

    found = [
        [duty for duty in duties(decided(), NOW, POLICY, own) if duty.kind is Kind.HOLIDAY]
        for own in (short, week)
    ]

    assert found[0] == []
    assert [duty.at.date() for duty in found[1]] == [date(2026, 11, 5)] * 2


def test_a_case_that_is_not_followed_has_no_holiday_reminder() -> None:
    """It is asked only where people agreed to keep watching."""
    assert Kind.HOLIDAY not in {duty.kind for duty in due(taken())}
