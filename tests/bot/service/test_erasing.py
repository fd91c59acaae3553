from dataclasses import replace
from datetime import date

from bot.service.answers import Correct, Show
from meldcode import commands
from meldcode.case import Case
from meldcode.choices import Grounds
from meldcode.choices_rights import HoldReason
from tests import builders_rights
from tests.bot.house import House
from tests.dialogs.reading import keys
from tests.school import POLICY

CLOSE = commands.CloseCase(Grounds.RESOLVED, "It goes well.")
LEFT = commands.NoteLeft(date(2025, 1, 6))
DECISION = {"ground": "term", "decider": "ib", "reason": "The term is over."}
SURE = {"sure": "yes"}


def agreed(house: House) -> House:
    """The same house, where the board keeps a case that went well for a year."""
    return replace(house, tools=replace(house.tools, policy=replace(POLICY, retention_resolved=1)))


async def old(house: House) -> Case:
    """A case whose term is over."""
    return await house.do("ib", await house.signal(), commands.TakeCase(), CLOSE, LEFT)


async def test_erasing_takes_two_steps(house: House) -> None:
    """A decision with a name takes nothing away; what is confirmed after it leaves a stub."""
    house = agreed(house)
    case = await old(house)
    handle = await house.handle("ib", case)
    decided = await house.submit("ib", "erase", DECISION, handle)
    waiting = await house.case(case.id)
    confirm = await house.show("ib", "erase_now", handle)
    gone = await house.submit("ib", "erase_now", SURE, handle, key="view")
    again = await house.submit("ib", "erase_now", SURE, handle, key="view")
    (stub,) = await house.tools.store.read(lambda unit: unit.erased.of_school("s1"))

    assert isinstance(decided, Show)
    assert waiting.keeping.order is not None
    assert {"erase_now.what", "keep.order"} <= set(keys(confirm))
    assert isinstance(gone, Show)
    assert gone.screen.name == "erased"
    assert again == gone
    assert (stub.code, stub.ground, stub.decided_by) == (case.code, "term", "ib")
    assert await house.tools.store.read(lambda unit: unit.cases.fold(case.id)) is None


async def test_what_came_in_between_stops_it(house: House) -> None:
    """A complaint after the decision, or no decision at all: nothing is erased."""
    house = agreed(house)
    case = await old(house)
    handle = await house.handle("ib", case)
    without = await house.submit("ib", "erase_now", SURE, handle)
    await house.submit("ib", "erase", DECISION, handle)
    hold = commands.PlaceHold("hold", HoldReason.COMPLAINT, "They complain.")
    held = await house.do("ib", case, hold)
    after = await house.submit("ib", "erase_now", SURE, handle)
    decide = await house.submit("ib", "erase", DECISION, handle)

    assert without == after == Correct({"sure": "err.no_erasure"})
    assert decide == Correct({"ground": "err.keep.hold"})
    assert await house.case(case.id) == held


async def test_a_longer_term_stops_it_too(house: House) -> None:
    """The terms of the moment count, not those of the decision."""
    case = await old(agreed(house))
    handle = await house.handle("ib", case)
    await agreed(house).submit("ib", "erase", DECISION, handle)
    answer = await house.submit("ib", "erase_now", SURE, handle)

    assert answer == Correct({"sure": "err.keep.term"})


async def test_only_the_care_team_erases(house: House) -> None:
    """Whoever told it may read it still, and no more than that."""
    house = agreed(house)
    case = await old(house)
    await house.submit("ib", "erase", DECISION, await house.handle("ib", case))
    for who in ("teacher", "chair", "director"):
        answer = await house.submit(who, "erase_now", SURE, await house.handle(who, case))

        assert answer == Correct({"sure": "err.access"}), who
    assert (await house.case(case.id)).keeping.order is not None


async def test_a_request_is_in_the_list_of_today_after_the_end(house: House) -> None:
    """A closed case comes up again when whoever asked about it must soon hear."""
    case = await house.do("ib", await house.signal(), commands.TakeCase(), CLOSE)
    ask = replace(builders_rights.ASK, on=house.clock().date())
    await house.do("ib", case, ask)
    before = await house.show("ib", "today")
    house.clock.later(days=20)
    after = await house.show("ib", "today")

    assert "today.line" not in keys(before)
    assert "today.line" in keys(after)
