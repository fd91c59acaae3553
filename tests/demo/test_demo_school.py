from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.demo.school import demo_calendar, demo_organisation
from meldcode.people import Role

FREE = ("2026-12-23", "2027-01-01", "2027-05-06", "2026-11-28")
DAYS = st.dates(date(2026, 1, 1), date(2027, 12, 31))


@given(today=DAYS)
def test_both_meetings_lie_ahead_on_school_days(today: date) -> None:
    """Whenever the demo starts, there are meetings 6 and 16 school days ahead."""
    calendar = demo_calendar()

    meetings = demo_organisation(today)["meetings"]

    assert [calendar.between(today, one["on"]) for one in meetings] == [6, 16]
    assert all(calendar.is_school_day(one["on"]) for one in meetings)


def test_the_calendar_knows_vacations_and_public_holidays() -> None:
    """The school is closed in its region's vacation, on holidays and in weekends."""
    calendar = demo_calendar()

    closed = [day for day in map(date.fromisoformat, FREE) if not calendar.is_school_day(day)]

    assert [str(day) for day in closed] == list(FREE)
    assert calendar.is_school_day(date(2026, 12, 18))


def test_everybody_has_roles_that_exist_and_an_address_that_cannot() -> None:
    """Each invented person has known roles at the school and an e-mail address nobody has."""
    organisation = demo_organisation(date(2026, 11, 24))

    people = organisation["people"]

    assert {role for one in people for role in one["roles"]["regenboog"]} <= set(Role)
    assert all(one["email"] == f"{one['id']}@example.org" for one in people)
    assert organisation["meetings"][0]["chair"] in {one["id"] for one in people}


@given(today=DAYS)
def test_a_second_start_on_a_later_day_finds_other_meetings(today: date) -> None:
    """A meeting's id names its day, so meetings of an earlier start keep theirs."""
    first, later = (
        {one["id"]: one["on"] for one in demo_organisation(day)["meetings"]}
        for day in (today, today + timedelta(days=3))
    )

    assert all(later[key] == first[key] for key in first.keys() & later.keys())
