"""Agenda items that move on or come off, as chair and care team do it."""

from dataclasses import replace

from bot.service.answers import Correct
from dialogs.screen import Screen
from meldcode.case import Case
from meldcode.commands import MoveItem, ScheduleZbo, TakeOffAgenda
from storage.records import Subject
from tests.bot.house import FIRST, SECOND, House
from tests.bot.service.filled import FILLED
from tests.dialogs.reading import buttons, keys, written

AGENDAS = {FIRST.id: Subject("meeting", FIRST.id), SECOND.id: Subject("meeting", SECOND.id)}
PUT_OFF = MoveItem("item", SECOND.id, SECOND.at.date())


def scheduled(question: str = "What now?") -> ScheduleZbo:
    return ScheduleZbo("item", FIRST.id, FIRST.at.date(), question, parents_invited=True)


async def on_agenda(house: House, question: str = "What now?") -> Case:
    return await house.do("ib", await house.signal(), scheduled(question))


async def agenda(house: House, meeting: str) -> Screen:
    return await house.show("chair", "agenda", await house.handle("chair", AGENDAS[meeting]))


async def of_item(house: House, who: str, case: Case) -> str:
    return await house.handle(who, Subject("part", f"{case.id}/item"))


async def test_the_chair_moves_an_item_on(house: House) -> None:
    """It leaves the one agenda and stands on the other, where it is said that it was put off."""
    case = await on_agenda(house)
    raw = {**FILLED["move_item"], "meeting": SECOND.id}
    await house.submit("chair", "move_item", raw, await of_item(house, "chair", case))
    left, there = await agenda(house, FIRST.id), await agenda(house, SECOND.id)

    assert "zbo.empty" in keys(left)
    assert written(there) == ["What now?"]
    assert "zbo.put_off" in keys(there)
    assert (await house.case(case.id)).items[0].put_off == 1


async def test_only_the_meeting_it_is_on_calls_for_it(house: House) -> None:
    """The chair is no longer called for the agenda that it left; taken off, for none."""
    case = await on_agenda(house)
    moved = await house.do("ib", case, PUT_OFF)
    found = await due(house)
    await house.do("ib", moved, TakeOffAgenda("item", "Not needed."))

    assert found == {SECOND.id}
    assert await due(house) == set()


async def due(house: House) -> set[str]:
    rows = house.rows("SELECT DISTINCT subject_id FROM due WHERE subject_kind = 'meeting'")
    return {name for (name,) in rows}


async def test_what_has_waited_longest_comes_first_though_it_moved(house: House) -> None:
    """Its age runs on from the first day, also before what came for this meeting itself."""
    old = await on_agenda(house, "The old one?")
    house.clock.later(days=3)
    fresh = replace(scheduled("The new one?"), meeting=SECOND.id, meeting_on=SECOND.at.date())
    await house.do("ib", await house.signal(), fresh)
    await house.do("chair", old, PUT_OFF)

    assert written(await agenda(house, SECOND.id)) == ["The old one?", "The new one?"]


async def test_danger_is_not_put_off(house: House) -> None:
    """The form says to call, and the item stays where it is."""
    case = await house.do("ib", await house.signal(urgency="now"), scheduled())
    handle = await of_item(house, "ib", case)
    answer = await house.submit("ib", "move_item", FILLED["move_item"], handle)

    assert answer == Correct({"meeting": "err.put_off"})
    assert (await house.case(case.id)).items == case.items


async def test_the_chair_takes_nothing_off(house: House) -> None:
    """Whether a child needs no meeting is for the care team."""
    case = await on_agenda(house)
    handle = await of_item(house, "chair", case)
    answer = await house.submit("chair", "take_off", FILLED["take_off"], handle)

    assert answer == Correct({"reason": "err.access"})
    assert (await house.case(case.id)).version == case.version


async def test_what_came_off_is_gone_for_the_chair(house: House) -> None:
    """With its only item the chair's part in the case ends, also by an older button."""
    case = await on_agenda(house)
    (to_item,) = buttons(await agenda(house, FIRST.id))
    handle = await of_item(house, "ib", case)
    await house.submit("ib", "take_off", FILLED["take_off"], handle)

    assert "zbo.empty" in keys(await agenda(house, FIRST.id))
    assert (await house.show("chair", "open", to_item.handle)).name == "refused"
