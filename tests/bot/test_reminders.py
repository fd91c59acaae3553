from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest

from bot.reminders import tick
from meldcode.case import Case
from meldcode.choices import Grounds, Trend
from meldcode.commands import (
    AgreeFollowing,
    CloseCase,
    KeepAgreement,
    MakeAgreement,
    NoteFollowing,
    TakeCase,
)
from meldcode.people import Role
from storage.records import Subject
from tests.bot.house import TODAY, House, organisation
from tests.bot.service.filled import FILLED
from tests.school import CALENDAR
from tests.storage.builders import member

TUESDAY, WEDNESDAY, THURSDAY, FRIDAY = (date(2026, 11, day) for day in (3, 4, 5, 6))
MONDAY, NEXT_TUESDAY, NEXT_WEDNESDAY = (date(2026, 11, day) for day in (9, 10, 11))


async def at(house: House, day: date, hour: int = 8, minute: int = 5) -> list[tuple[str, str]]:
    """Tick at this moment of the school's day: who gets what kind of message by it."""
    house.clock.now = datetime.combine(day, time(hour, minute), CALENDAR.zone).astimezone(UTC)
    house.rows("UPDATE outbox SET state = 'sent'")
    await tick(house.tools)
    return house.rows(
        "SELECT kind, person_id FROM outbox WHERE state = 'waiting' ORDER BY kind, person_id"
    )


async def followed(house: House, first: date = WEDNESDAY) -> Case:
    case = await house.signal()
    return await house.do("ib", case, TakeCase(), AgreeFollowing(rhythm=5, first=first))


async def test_an_ignored_look_climbs(house: House) -> None:
    """First who sees the child, then the holder, the deputy, and at last those above."""
    await followed(house)
    found = {day: await at(house, date(2026, 11, day)) for day in (4, 5, 9, 11, 18, 19)}

    assert found == {
        4: [("nudge", "teacher")],
        5: [],
        9: [("digest", "ib"), ("digest", "teacher")],
        11: [("digest", "deputy"), ("digest", "ib")],
        18: [("digest", "attention"), ("digest", "director")],
        19: [],
    }


async def test_an_unread_signal_climbs(house: House) -> None:
    """A signal that nobody answers goes on, a school day at a time, over the weekend."""
    house.clock.later(days=1)
    await house.signal()
    found = {day: await at(house, date(2026, 11, day)) for day in (5, 6, 7, 9)}

    assert found == {
        5: [("digest", "ib")],
        6: [("digest", "deputy")],
        7: [],
        9: [("digest", "attention"), ("digest", "director")],
    }


@pytest.mark.parametrize(
    "day, hour, minute",
    [
        (WEDNESDAY, 7, 59),
        (WEDNESDAY, 8, 20),
        (WEDNESDAY, 9, 0),
        (WEDNESDAY, 15, 14),
        (WEDNESDAY, 16, 30),
        (WEDNESDAY, 23, 0),
        (date(2026, 11, 7), 8, 5),
        (date(2026, 12, 21), 8, 5),
    ],
)
async def test_nothing_is_said_outside_the_hours_for_it(
    house: House, day: date, hour: int, minute: int
) -> None:
    """Not before school, in lessons, at night, in the weekend or in a vacation."""
    await followed(house)

    assert await at(house, day, hour, minute) == []


@pytest.mark.parametrize("hour, minute", [(8, 0), (8, 19), (15, 15), (16, 29)])
async def test_what_was_missed_comes_in_the_next_slot(house: House, hour: int, minute: int) -> None:
    """A duty that a tick in class left alone is told in the next slot, once."""
    await followed(house)
    in_class = await at(house, WEDNESDAY, 10, 0)
    in_slot = await at(house, THURSDAY, hour, minute)
    house.clock.later(minutes=10)

    assert (in_class, in_slot) == ([], [("nudge", "teacher")])
    assert await at(house, THURSDAY, 16, 0) == []


async def test_what_was_handled_meanwhile_disappears(house: House) -> None:
    """Somebody looked before the slot came, so nobody is asked."""
    case = await followed(house)
    await house.do("ib", case, NoteFollowing(Trend.SAME))

    assert await at(house, WEDNESDAY) == []
    assert await at(house, NEXT_TUESDAY) == [("nudge", "teacher")]


async def test_an_agreement_that_was_kept_is_not_asked_about(house: House) -> None:
    """Its owner is asked on the day itself, unless it was done before."""
    case = await house.do("ib", await house.signal(), TakeCase())
    made = [MakeAgreement(name, "Call.", "oka", WEDNESDAY) for name in ("a1", "a2")]
    await house.do("ib", case, *made, KeepAgreement("a1"))
    told = await at(house, WEDNESDAY)
    await house.do("ib", case, KeepAgreement("a2"))

    assert told == [("digest", "oka")]
    assert await at(house, MONDAY) == []


async def test_closing_ends_all(house: House) -> None:
    """The others of the care team are asked once to confirm it; after that there is silence."""
    case = await followed(house)
    await house.do("ib", case, CloseCase(Grounds.RESOLVED, "It goes well."))
    second = [("digest", "attention"), ("digest", "deputy")]
    later = [await at(house, date(2026, 11, day)) for day in (4, 9, 11, 18)]

    assert later == [second, [], [], []]


async def test_one_digest_a_day(house: House) -> None:
    """However much is open, a person gets one message about it."""
    for _ in range(4):
        await house.signal()

    assert await at(house, WEDNESDAY) == [("digest", "ib")]
    assert await at(house, WEDNESDAY, 15, 30) == []


async def test_two_digests_a_week(house: House) -> None:
    """A third day's digest waits for the next week."""
    case = await house.do("ib", await house.signal(), TakeCase())
    for number, day in enumerate((WEDNESDAY, THURSDAY, FRIDAY)):
        await house.do("ib", case, MakeAgreement(f"a{number}", "Call.", "oka", day))
    week = [await at(house, day) for day in (WEDNESDAY, THURSDAY, FRIDAY)]
    next_week = await at(house, MONDAY)

    assert week == [[("digest", "oka")], [("digest", "oka")], []]
    assert ("digest", "oka") in next_week


async def test_who_was_told_is_not_told_again_for_somebody_else(house: House) -> None:
    """A duty that waits for one IB'er's next week does not come back to the other."""
    second = member("ib-two", Role.INTERN_BEGELEIDER)
    staff = replace(organisation(), people=(*organisation().people, second))
    await house.work(lambda work: work.unit.people.apply(staff))
    case = await house.do("ib", await house.signal(), TakeCase())
    for day in (WEDNESDAY, THURSDAY):
        await house.do("ib", case, MakeAgreement(f"a{day}", "Call.", "ib-two", day))
        await at(house, day)
        await house.do("ib", case, KeepAgreement(f"a{day}"))
    await house.signal()
    friday, monday = await at(house, FRIDAY), await at(house, MONDAY)

    assert friday == [("digest", "ib")]
    assert monday == [("digest", "deputy"), ("digest", "ib-two")]


async def test_what_cannot_wait_does_not(house: House) -> None:
    """With the week's digests used up, a first look and more worries still get through."""
    first, second = await followed(house, FRIDAY), await house.signal()
    second = await house.do("ib", second, TakeCase())
    for number, day in enumerate((WEDNESDAY, THURSDAY)):
        await house.do("ib", second, MakeAgreement(f"a{number}", "Call.", "ib", day))
    for day in (WEDNESDAY, THURSDAY):
        await at(house, day)
    look = await at(house, FRIDAY)
    await house.do("teacher", first, NoteFollowing(Trend.WORSE))

    assert look == [("nudge", "teacher")]
    assert house.outbox("envelope") == [("ib", "today")]


async def test_the_chair_gets_the_agenda_three_and_one_school_days_before(house: House) -> None:
    """For a meeting on Tuesday that is the Thursday and the Monday; the day after, the outcome."""
    case = await house.signal()
    await house.submit("ib", "schedule", FILLED["schedule"], await house.handle("ib", case))
    await house.do("ib", case, TakeCase())
    days = [date(2026, 11, day) for day in range(9, 19)]
    found = {day.day: told for day in days if (told := await at(house, day))}
    agenda = [(params, case_id) for params, case_id in agendas(house)]

    assert found == {
        12: [("agenda", "chair")],
        16: [("agenda", "chair")],
        18: [("digest", "chair")],
    }
    assert agenda == [('{"meeting": "zbo-a", "day": "2026-11-17"}', None)] * 2


async def test_an_agenda_that_was_planned_late_comes_once(house: House) -> None:
    """Both its days have passed, so the chair gets one message now, and the other word later."""
    house.clock.later(days=13)
    case = await house.signal()
    await house.submit("ib", "schedule", FILLED["schedule"], await house.handle("ib", case))
    told = await at(house, date(2026, 11, 17))

    assert [kind for kind, who in told if who == "chair"] == ["agenda"]


async def test_after_a_standstill_there_is_no_agenda_of_a_past_meeting(house: House) -> None:
    """Whoever starts the process after the meeting sends no agenda, only that outcomes wait."""
    case = await house.signal()
    await house.submit("ib", "schedule", FILLED["schedule"], await house.handle("ib", case))
    told = await at(house, date(2026, 11, 19))

    assert [kind for kind, who in told if who == "chair"] == ["digest"]
    assert agendas(house) == []


def agendas(house: House) -> list[tuple[str, str | None]]:
    return house.rows("SELECT params, case_id FROM outbox WHERE kind = 'agenda'")


async def test_without_items_there_is_no_agenda(house: House) -> None:
    """Nobody is called to read an empty agenda, also when the last item was dealt with."""
    case = await house.signal()
    handle = await house.handle("ib", case)
    await house.submit("ib", "schedule", FILLED["schedule"], handle)
    item = (await house.case(case.id)).items[0].id
    part = await house.handle("ib", Subject("part", f"{case.id}/{item}"))
    await house.submit("ib", "outcome", FILLED["outcome"], part)

    assert ("agenda", "chair") not in await at(house, date(2026, 11, 12))


async def test_a_duty_for_nobody_is_done(house: House) -> None:
    """A school without a deputy does not keep a duty for ever."""
    await house.signal("other-teacher")
    for day in (WEDNESDAY, THURSDAY, FRIDAY):
        await at(house, day)

    assert house.rows("SELECT count(*) FROM due WHERE done_at IS NULL") == [(0,)]
    assert TODAY == TUESDAY
