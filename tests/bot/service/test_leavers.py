from dataclasses import replace
from functools import partial

import pytest

from bot.reminders import tick
from bot.service import leavers
from dialogs.screen import Screen
from meldcode.case import Case
from meldcode.choices import Place
from meldcode.commands import HandOver, NameFollower, TakeCase
from meldcode.events import StaffLeft
from meldcode.people import Role
from storage.records import Changes, Organisation
from tests.bot.house import TODAY, House, organisation
from tests.dialogs.reading import keys, says
from tests.storage.builders import member


def without(*ids: str) -> Organisation:
    known = organisation()
    meetings = tuple(replace(one, chair=None) for one in known.meetings)
    people = tuple(one for one in known.people if one.id not in ids)
    return replace(known, people=people, meetings=meetings)


async def apply(house: House, wanted: Organisation) -> Changes:
    return await house.work(partial(leavers.apply, wanted=wanted))


async def taken(house: House) -> Case:
    case = await house.do("ib", await house.signal(), TakeCase())
    house.rows("UPDATE outbox SET state = 'sent'")
    return case


def left(case: Case) -> list[StaffLeft]:
    return [entry.event for entry in case.entries if isinstance(entry.event, StaffLeft)]


async def home(house: House, who: str) -> Screen:
    return await house.service.home(f"U-{who}")


async def test_a_case_whose_holder_left_finds_others_within_the_day(house: House) -> None:
    """Deputy and aandachtsfunctionaris are reminded in the next slot, and Home says why (110)."""
    case = await taken(house)
    await apply(house, without("ib"))
    await tick(house.tools)

    assert {("deputy", ""), ("attention", "")} <= set(house.outbox("digest"))
    assert left(await house.case(case.id)) == [StaffLeft("ib", Place.HOLDER)]
    assert "home.missed" in keys(await home(house, "deputy"))


async def test_whoever_takes_it_over_ends_the_search(house: House) -> None:
    """Home is calm again, and nobody is asked any more."""
    case = await taken(house)
    await apply(house, without("ib"))
    await house.do("deputy", case, TakeCase())
    house.clock.later(days=1)
    await tick(house.tools)

    assert "home.missed" not in keys(await home(house, "deputy"))
    assert [who for who, _ in house.outbox("digest") if who == "director"] == []


async def test_applied_twice_it_is_written_once(house: House) -> None:
    """Every start of the bot applies the file; a case tells of a leaver one time."""
    case = await taken(house)
    first = await apply(house, without("ib", "teacher"))
    once = await house.case(case.id)
    second = await apply(house, without("ib", "teacher"))

    assert (first == Changes(), second) == (False, Changes())
    assert left(once) == [StaffLeft("ib", Place.HOLDER), StaffLeft("teacher", Place.RAISER)]
    assert await house.case(case.id) == once


@pytest.mark.parametrize("role", [Role.TEACHER, Role.ZBO_CHAIR])
async def test_a_holder_who_lost_the_role_has_left_too(house: House, role: Role) -> None:
    """An IB'er who becomes a teacher is still at school, but not in the care team."""
    case = await taken(house)
    others = without("ib")
    await apply(house, replace(others, people=(*others.people, member("ib", role))))

    assert left(await house.case(case.id)) == [StaffLeft("ib", Place.HOLDER)]


async def test_who_sees_the_child_is_missed(house: House) -> None:
    """The one who told, or the follower that was named: the holder is asked who follows."""
    case = await house.do("ib", await taken(house), NameFollower("colleague", TODAY))
    await apply(house, without("teacher"))
    before = left(await house.case(case.id))
    await apply(house, without("teacher", "colleague"))

    assert before == []
    assert left(await house.case(case.id)) == [StaffLeft("colleague", Place.FOLLOWER)]


async def test_nothing_is_written_of_those_who_stay(house: House) -> None:
    """An ordinary change of the file leaves every case as it was."""
    case = await taken(house)
    await apply(house, without("chair"))

    assert await house.case(case.id) == case


async def test_a_new_holder_gets_an_envelope(house: House) -> None:
    """Handed over before she left: the deputy hears of it, and so does the one who told."""
    case = await taken(house)
    await house.do("ib", case, HandOver("deputy"))
    await apply(house, without("ib"))

    assert house.outbox("envelope") == [("deputy", "new"), ("teacher", "new")]
    assert left(await house.case(case.id)) == []


async def test_a_leaver_is_told_in_the_record(house: House) -> None:
    """The chronology says that whoever had it no longer works here, without a name."""
    case = await taken(house)
    await apply(house, without("ib"))
    screen = await house.show("deputy", "open", await house.handle("deputy", case))
    (told,) = [one for one in says(screen) if one.key == "chr.left.holder"]

    assert told.args["who"] == ""
    assert "case.no_holder" in keys(screen)
