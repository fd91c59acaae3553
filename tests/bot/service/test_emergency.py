"""The confidential part and opening in an emergency, as the whole house knows it."""

import pytest

from bot.service.answers import Answer, Correct, Show
from dialogs.code import shown
from dialogs.screen import Screen
from meldcode.case import Case
from meldcode.commands import ExcludePerson, TakeCase, WithdrawSignal, WriteConfidential
from meldcode.events import GlassBroken
from tests.bot.house import House
from tests.dialogs.reading import actions, keys, written

TEXT, WHY = "mark-confidential", "mark-why"


async def confided(house: House) -> Case:
    """The IB'er wrote what the deputy does not read; nothing waits to be sent."""
    case = await house.do("ib", await house.signal(text="mark-signal"), TakeCase())
    case = await house.do("ib", case, WriteConfidential(TEXT))
    house.rows("UPDATE outbox SET state = 'sent'")
    return case


async def look(house: House, case: Case, who: str, action: str = "open") -> Screen:
    return await house.show(who, action, await house.handle(who, case))


async def in_emergency(house: House, case: Case, who: str = "director") -> Answer:
    return await house.submit(who, "emergency", {"code": shown(case.code).lower(), "reason": WHY})


async def test_the_rest_of_the_care_team_sees_that_there_is_something(house: House) -> None:
    """On every page of the story and in a copy its words are for those who may read them."""
    case = await confided(house)
    for action in ("open", "timeline", "facts", "menu_circle"):
        assert TEXT not in repr(await look(house, case, "deputy", action)), action

    assert "chr.confidential.closed" in keys(await look(house, case, "deputy"))
    assert TEXT in written(await look(house, case, "ib"))
    assert TEXT in written(await look(house, case, "attention"))


async def test_a_deputy_opens_it_for_the_day_and_it_is_told_at_once(house: House) -> None:
    """In the middle of a lesson, to the aandachtsfunctionaris and the IB'er; never what it is."""
    case = await confided(house)
    await house.submit("deputy", "glass", {"reason": WHY}, await house.handle("deputy", case))
    lines = house.rows("SELECT person_id, text_key, urgent FROM outbox WHERE state = 'waiting'")

    assert {tuple(line) for line in lines} == {("attention", "today", 1), ("ib", "today", 1)}
    assert TEXT in written(await look(house, case, "deputy"))
    assert WHY in written(await look(house, case, "ib"))

    house.clock.later(days=1)
    assert TEXT not in written(await look(house, case, "deputy"))


async def test_a_director_reads_a_case_by_its_code_for_the_day(house: House) -> None:
    """All of it but the confidential part, and no button to do anything with it."""
    case = await confided(house)
    answer = await in_emergency(house, case)
    assert isinstance(answer, Show)
    before = answer.screen
    house.clock.later(days=1)

    assert "mark-signal" in written(before)
    assert TEXT not in written(before)
    assert set(actions(before)) <= {"hide"}
    assert sorted(house.outbox("envelope")) == [("attention", "today"), ("ib", "today")]
    assert await look(house, case, "director") == await look(house, case, "colleague")


@pytest.mark.parametrize("action", ["facts", "looks", "joined", "beside", "menu_record", "exclude"])
async def test_in_an_emergency_one_reads_and_does_no_more(house: House, action: str) -> None:
    """No screen of the care team opens."""
    case = await confided(house)
    await in_emergency(house, case)
    found = await look(house, case, "director", action)
    own = await look(house, case, "director")

    assert found == own or "err.access" in keys(found)


async def test_sent_twice_it_is_opened_once(house: House) -> None:
    """The second delivery of the same window shows the same, and tells nobody again."""
    case = await confided(house)
    raw = {"code": case.code, "reason": WHY}
    first = await house.submit("director", "emergency", raw, key="view:1")
    again = await house.submit("director", "emergency", raw, key="view:1")
    broken = [one for one in (await house.case(case.id)).entries if type(one.event) is GlassBroken]

    assert first == again
    assert len(broken) == 1


async def test_no_code_tells_more_than_another(house: House) -> None:
    """Unknown, of another school, taken back or kept from her: one and the same sentence."""
    kept = await confided(house)
    await house.do("ib", kept, ExcludePerson("director", "Family."))
    withdrawn = await house.do("teacher", await house.signal(), WithdrawSignal())
    elsewhere = await house.signal("other-teacher")
    none = {"code": "ZZZ-999", "reason": WHY}
    answers = [await house.submit("director", "emergency", none)]
    answers += [await in_emergency(house, one) for one in (kept, withdrawn, elsewhere)]

    assert answers == [Correct({"code": "err.no_such_case"})] * 4


@pytest.mark.parametrize("who", ["teacher", "colleague", "chair", "oka", "other-ib"])
async def test_nobody_else_breaks_the_glass(house: House, who: str) -> None:
    """Neither by the form of the director nor by that of the care team."""
    case = await confided(house)
    handle = await house.handle(who, case)
    first = await in_emergency(house, case, who)
    second = await house.submit(who, "glass", {"reason": WHY}, handle)

    assert first == Correct({"code": "err.no_such_case"})
    assert "err.access" in str(second)
    assert await house.case(case.id) == case


async def test_only_a_director_finds_the_button(house: House) -> None:
    """It stands on her Home; whoever presses it otherwise is refused."""
    assert "emergency" in actions(await house.service.home("U-director"))
    assert "emergency" not in actions(await house.service.home("U-teacher"))
    assert "err.access" in keys(await house.show("teacher", "emergency", ""))


async def test_a_look_in_an_emergency_is_in_the_log(house: House) -> None:
    """Who, when and how stands among the looks that the care team reads."""
    case = await confided(house)
    await in_emergency(house, case)
    house.clock.later(minutes=2)
    lines = house.rows(
        "SELECT why, action FROM access_line WHERE person_id = 'director' AND granted"
    )

    assert ("emergency", "break") in [tuple(line) for line in lines]
    assert "looks.read" in keys(await look(house, case, "ib", "looks"))
