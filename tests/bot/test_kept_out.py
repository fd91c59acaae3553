"""Somebody who must not know of a case (R11): nowhere in the product is there a trace of it."""

import pytest

from bot.reminders import tick
from dialogs import registry
from meldcode import commands
from meldcode.case import Case
from meldcode.suppression import LIMIT
from storage.records import Message, Subject
from tests.bot.house import FIRST, TODAY, House
from tests.bot.service.filled import FILLED
from tests.bot.service.test_access import GONE, answers

OUT = ("ib", "director", "chair", "oka", "colleague")
"""All who would have a place in the case below."""

RANDOM = "A" * 20
MEETING = Subject("meeting", FIRST.id)
SCHEDULE = commands.ScheduleZbo(
    "item", FIRST.id, FIRST.at.date(), "What now?", parents_invited=True, guests=("oka",)
)
BUSY = (
    commands.TakeCase(),
    SCHEDULE,
    commands.MakeAgreement("made", "Call.", "oka", TODAY),
    commands.NameFollower("colleague", TODAY),
    commands.AgreeFollowing(5, TODAY),
)


async def busy(house: House) -> Case:
    """A case in which everybody of OUT has a part, and of which messages wait for them."""
    return await house.do("ib", await house.signal(urgency="now"), *BUSY)


async def keep_out(house: House, case: Case, *people: str) -> Case:
    out = [commands.ExcludePerson(one, "Family.") for one in people]
    return await house.do("deputy", case, *out)


async def looked(house: House, who: str, case: Case | None) -> list[str]:
    """What somebody sees who looks everywhere, also by the child's name and the code."""
    sought = ("Sam", case.code if case else "ZZZZZZ")
    agenda = await house.handle(who, MEETING)
    seen = [
        await house.service.home(f"U-{who}"),
        await house.show(who, "today"),
        await house.show(who, "agenda", agenda),
    ]
    found = [await house.submit(who, "search", {"text": text}) for text in sought]
    return [str(one) for one in (*seen, *found)]


@pytest.mark.parametrize("who", OUT)
async def test_all_lists_are_as_if_it_were_not_there(house: House, who: str) -> None:
    """Home, what is open, the agenda, the search and the numbers are what they were before."""
    # One of as many as a director is told of, so that her numbers change with it.
    for _ in range(LIMIT - 1):
        await busy(house)
    before = await looked(house, who, None)
    case = await busy(house)
    between = await looked(house, who, case)
    await keep_out(house, case, *OUT)
    house.clock.later(hours=1)
    after = await looked(house, who, case)

    assert after == before
    assert between != before


@pytest.mark.parametrize("who", ["ib", "chair", "colleague"])
async def test_whatever_they_ask_is_answered_as_if_it_were_not_there(
    house: House, who: str
) -> None:
    """Their old handle, one of a case that never was and a forged one get the same, to the byte."""
    case = await busy(house)
    old = await house.handle(who, case)
    case = await keep_out(house, case, *OUT)
    theirs = await answers(house, who, old)

    assert theirs == await answers(house, who, await house.handle(who, GONE))
    assert theirs == await answers(house, who, RANDOM)
    assert await house.case(case.id) == case


async def test_nothing_is_sent_to_them_ever_after(house: House) -> None:
    """What waited is taken back; for ten weeks no clock and no colleague sends them anything."""
    case = await busy(house)
    waiting = {who for who, _ in house.outbox()}
    case = await keep_out(house, case, *OUT)
    told = {who for who, _ in house.outbox()}
    for _ in range(10 * 7 * 3):
        house.clock.later(hours=8)
        await tick(house.tools)
        told |= {who for who, _ in house.outbox()}
    await house.do("deputy", case, commands.Write("Come by."))
    told |= {who for who, _ in house.outbox()}

    assert {"ib", "oka", "colleague"} <= waiting
    assert told.isdisjoint(OUT)
    assert {"deputy", "attention", "teacher"} <= told


async def test_what_they_type_in_an_old_thread_is_not_kept(house: House) -> None:
    """The thread of the case is answered as any other place in the chat."""
    case = await busy(house)
    root = Message("D-ib", "1.0")
    await house.work(lambda work: work.unit.threads.set_root("ib", case.id, root))
    await keep_out(house, case, *OUT)
    before = await house.case(case.id)
    for number, (who, thread) in enumerate([("ib", "1.0"), ("ib", "7.0")]):
        message = Message(f"D-{who}", f"{number}.5")
        await house.service.typed(f"U-{who}", message, thread, "Is there anything?")
    rows = "SELECT kind, text_key, case_id, params, threaded, urgent FROM outbox"
    said = house.rows(f"{rows} WHERE state = 'waiting' AND person_id = 'ib'")

    assert len(said) == 2
    assert said[0] == said[1]
    assert await house.case(case.id) == before


async def test_no_list_of_names_offers_them(house: House) -> None:
    """In every form of the care team the excluded are left out, and a forged choice is refused."""
    case = await keep_out(house, await busy(house), *OUT)
    handle = await house.handle("deputy", case)
    offered = {
        (action, str(option.value).partition(":")[0])
        for action in set(registry.SCREENS) - {"admit"}
        for field, options in (await house.show("deputy", action, handle)).options.items()
        for option in options
        if field != "partner_roles"
    }
    forged = await house.submit(
        "deputy", "agreement", {**FILLED["agreement"], "owner": "ib"}, handle
    )

    assert "attention" in {who for _, who in offered}
    assert {(action, who) for action, who in offered if who in OUT} == set()
    assert "err.owner" in str(forged)


async def test_the_last_of_the_care_team_stays(house: House) -> None:
    """Somebody must be left to help: the last one is not in the list, not even for herself."""
    case = await keep_out(house, await busy(house), "ib", "attention")
    handle = await house.handle("deputy", case)
    (people,) = (await house.show("deputy", "exclude", handle)).options.values()
    forged = await house.submit(
        "deputy", "exclude", {**FILLED["exclude"], "person": "deputy"}, handle
    )

    assert {"deputy", "teacher", "ib"}.isdisjoint({one.value for one in people})
    assert "err.exclude" in str(forged)


async def test_the_teacher_keeps_somebody_out_before_anything_goes_out(house: House) -> None:
    """Right after telling, in lesson hours, the IB'er has not even been told of it."""
    house.clock.now = house.clock.now.replace(hour=9)
    case = await house.signal()
    handle = await house.handle("teacher", case)
    await house.submit("teacher", "exclude", {"person": "ib", "reason": "His father."}, handle)
    told = {who for who, _ in house.outbox()}

    assert "ib" not in told
    assert {"deputy", "attention"} & told


async def test_who_keeps_herself_out_is_thanked(house: House) -> None:
    """An IB'er who knows the family steps back; the screen after it holds nothing of the case."""
    case = await busy(house)
    handle = await house.handle("ib", case)
    raw = {"person": "ib", "reason": "My neighbours."}
    answer = await house.submit("ib", "exclude", raw, handle)

    assert "stop.thanks" in str(answer)
    assert (await house.show("ib", "open", handle)).name == "refused"
    assert (await house.case(case.id)).holder is None
