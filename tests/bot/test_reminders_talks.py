from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest

from bot.reminders import tick
from meldcode.case import Case
from meldcode.choices import TalkWith
from meldcode.choices_talks import NotHeld
from meldcode.commands import ComeOut, Command, PlanTalk, RecordNoTalk, RecordTalk, TakeCase
from tests.bot.house import House
from tests.school import CALENDAR

WEDNESDAY = date(2026, 11, 4)
PLAN = PlanTalk("t1", WEDNESDAY, time(9), TalkWith.PARENTS, "teacher", near="colleague")


def at(hour: int, minute: int = 0, day: date = WEDNESDAY) -> datetime:
    return datetime.combine(day, time(hour, minute), CALENDAR.zone).astimezone(UTC)


async def told(house: House, now: datetime) -> list[tuple[str, str, int]]:
    """Who gets what at this moment: person, words, and whether it passes lesson hours."""
    house.clock.now = now
    house.rows("UPDATE outbox SET state = 'sent'")
    await tick(house.tools)
    return house.rows("SELECT person_id, text_key, urgent FROM outbox WHERE state = 'waiting'")


async def planned(house: House, plan: PlanTalk = PLAN) -> Case:
    return await house.do("ib", await house.signal(), TakeCase(), plan)


async def test_silence_is_heard_at_once(house: House) -> None:
    """In the middle of a lesson, an hour and a half after the talk began, two people hear it."""
    await planned(house)
    early, late, later = [await told(house, at(*when)) for when in ((10, 29), (10, 30), (10, 31))]

    assert early == later == []
    assert sorted(late) == [("colleague", "now", 1), ("ib", "now", 1)]


async def test_without_an_hour_it_is_heard_at_the_end_of_the_day(house: House) -> None:
    """Nobody goes home without knowing that the talk is over."""
    await planned(house, replace(PLAN, at=None))
    early, late = await told(house, at(17, 59)), await told(house, at(18, 0))

    assert early == []
    assert sorted(late) == [("colleague", "now", 1), ("ib", "now", 1)]


ENOUGH: dict[str, Command] = {
    "out": ComeOut("t1"),
    "held": RecordTalk(WEDNESDAY, TalkWith.PARENTS, "They shouted.", "t1"),
    "not held": RecordNoTalk(NotHeld.REFUSED, talk="t1"),
}


@pytest.mark.parametrize("name", ENOUGH)
async def test_a_word_in_time_leaves_everybody_in_peace(house: House, name: str) -> None:
    """Out of it, on record, or not held at all: then nobody is called."""
    case = await planned(house)
    house.clock.now = at(9, 45)
    await house.do("ib", case, ENOUGH[name])

    assert await told(house, at(10, 30)) == []


async def test_the_next_school_day_asks_what_came_of_it(house: House) -> None:
    """The holder is asked for the record, in a slot, like for anything else."""
    case = await planned(house)
    house.clock.now = at(9, 45)
    await house.do("colleague", case, ComeOut("t1"))

    assert await told(house, at(8, 5, date(2026, 11, 5))) == [("ib", "", 0)]
