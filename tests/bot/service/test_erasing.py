from dataclasses import replace
from datetime import date

from bot.service.answers import Correct, Show
from meldcode import commands
from meldcode.case import Case
from meldcode.choices import Grounds
from meldcode.choices_rights import HoldReason
from tests import builders_rights
from tests.bot.house import House
from tests.dialogs.reading import actions, keys
from tests.school import POLICY

CLOSE = commands.CloseCase(Grounds.RESOLVED, "It goes well.")
LEFT = commands.NoteLeft(date(2025, 1, 6))
DECISION = {"ground": "term", "decider": "ib", "reason": "The term is over."}
SURE = {"sure": "yes"}


def agreed(house: House) -> House:
    """The same house, where the board keeps what went well, or was taken back, for a year."""
    terms = replace(POLICY, retention_resolved=1, retention_withdrawn=1)
    return replace(house, tools=replace(house.tools, policy=terms))


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


async def test_who_took_a_signal_back_erases_it_once_its_term_is_over(house: House) -> None:
    """Not before, and nobody else: for the care team there is nothing to erase."""
    house = agreed(house)
    case = await house.do("teacher", await house.signal(), commands.WithdrawSignal())
    early = await house.submit("teacher", "erase_now", SURE, await house.handle("teacher", case))
    before = await house.show("teacher", "open", await house.handle("teacher", case))
    house.clock.later(days=366)
    handle = await house.handle("teacher", case)
    others = [
        await house.submit(who, "erase_now", SURE, await house.handle(who, case))
        for who in ("ib", "attention", "director", "colleague")
    ]
    after = await house.show("teacher", "open", handle)
    confirm = await house.show("teacher", "erase_now", handle)
    gone = await house.submit("teacher", "erase_now", SURE, handle)
    (stub,) = await house.tools.store.read(lambda unit: unit.erased.of_school("s1"))

    assert early == Correct({"sure": "err.keep.term"})
    assert others == [Correct({"sure": "err.access"})] * 4
    assert ("withdrawn.until" in keys(before), "withdrawn.over" in keys(after)) == (True, True)
    assert "erase_now" in actions(after)
    assert "erase_now.what" in keys(confirm)
    assert isinstance(gone, Show)
    assert gone.screen.name == "erased"
    assert (stub.code, stub.ground, stub.decided_by) == (case.code, "term", "teacher")


async def test_without_a_term_what_was_taken_back_stays(house: House) -> None:
    """The board has yet to say for how long; asking for the screen shows the case."""
    case = await house.do("teacher", await house.signal(), commands.WithdrawSignal())
    house.clock.later(days=3660)
    handle = await house.handle("teacher", case)
    shown = await house.show("teacher", "erase_now", handle)
    answer = await house.submit("teacher", "erase_now", SURE, handle)

    assert "withdrawn.unconfirmed" in keys(shown)
    assert "erase_now" not in actions(shown)
    assert answer == Correct({"sure": "err.keep.term"})


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
