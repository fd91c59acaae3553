"""The clock over years, with real calendars; CASES says how many, 100 or more take two years."""

import os
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from random import Random  # noqa: TID251 - seeded: the same in each run

from meldcode.choices import Urgency
from tests.bot.house import House
from tests.bot.school_years import (
    DAY,
    LAST_LOOK,
    LOOKS,
    MINUTE,
    Years,
    board,
    tools_of,
)
from tests.school import CALENDAR

CASES = int(os.environ.get("CASES", "8"))
LONG = CASES >= 100
FIRST, LAST = date(2026, 8, 17), date(2028, 7, 21)
if not LONG:
    FIRST, LAST = date(2026, 10, 5), date(2026, 11, 13)
NIGHTS = [date(2026, 10, 25), date(2027, 3, 28), date(2027, 10, 31)]
YEAR_ENDS = [date(2027, 1, 1), date(2028, 1, 1)]
ACTS_A_DAY = 0.3
"""Chance that something happens in an open case on a day."""

Record = Callable[[str, object], None]


async def test_each_nudge_comes_once_and_in_school_hours(
    house: House, record_property: Record
) -> None:
    """None is missed, doubled or outside its hours, whatever happens to clock and process."""
    house.rows("UPDATE person SET active = 0")
    years = Years(house, Random("school years"))  # noqa: S311 - no secret
    house.tools = tools_of(house)
    years.at(FIRST, time(7))
    await house.work(lambda work: work.unit.people.apply(board()))
    await lived(years)
    for name, count in sorted(years.counts.items()):
        record_property(name, count)

    assert years.wrong == []
    assert years.counts["nudge"] > 0
    assert years.counts["urgent"] > 0
    await years.house.tools.store.close()


async def lived(years: Years) -> None:
    """Every day, with a look now and then, or none for days."""
    starts, day = started(years), FIRST
    while day <= LAST:
        if day in NIGHTS or day in YEAR_ENDS:
            await every_minute(years, day)
        if years.dice.random() < 1 / 60:
            years.counts["standstills"] += 1
            day += years.dice.choice((DAY, 2 * DAY, 4 * DAY))
            continue
        await one_day(years, day, starts.count(day))
        day += DAY


def started(years: Years) -> list[date]:
    span = (LAST - FIRST).days * 9 // 10
    return [FIRST + timedelta(years.dice.randrange(span)) for _ in range(CASES)]


async def one_day(years: Years, day: date, new: int) -> None:
    chance = [time(years.dice.randrange(24), years.dice.randrange(60)) for _ in range(2)]
    years.counts["cases"] += new
    for moment in sorted((*LOOKS, *chance)):
        years.at(day, moment)
        if moment == LOOKS[0]:
            await happened(years, new)
        if years.dice.random() < 1 / 100:
            await years.step()
        await years.look()
        if moment == LAST_LOOK:
            years.missed()


async def happened(years: Years, new: int) -> None:
    for _ in range(new):
        await years.signal()
    if CALENDAR.is_school_day(years.local.date()):
        for case in list(years.cases):
            if years.dice.random() < ACTS_A_DAY:
                await years.act(case)


async def every_minute(years: Years, day: date) -> None:
    """From evening to morning, with danger told in the hour that is there twice, or never."""
    moment = datetime.combine(day - DAY, time(22), CALENDAR.zone).timestamp()
    end = datetime.combine(day, time(6), CALENDAR.zone).timestamp()
    told = datetime.combine(day, time(1, 50), CALENDAR.zone).timestamp()
    urgent_before = years.counts["urgent"]
    while moment <= end:
        years.house.clock.now = datetime.fromtimestamp(moment, CALENDAR.zone)
        if moment == told:
            await years.signal(Urgency.NOW)
        await years.look()
        moment += MINUTE.total_seconds()
        years.counts["minutes of special nights"] += 1
    years.counts["urgent in special nights"] += years.counts["urgent"] - urgent_before
