"""Standing members of a ZBO meeting: they see what is brought in there, and change nothing."""

from datetime import date

import pytest

from dialogs.say import say
from dialogs.screen import Screen
from meldcode.case import Case
from meldcode.commands import MakeAgreement
from storage.records import Meeting, Subject
from tests.bot.house import FACTS, TODAY, House
from tests.bot.service.filled import FILLED
from tests.dialogs.reading import actions, buttons, keys, says, written

PLAN = {"on": "2026-11-24", "at": "15:45", "chair": "chair", "members": ["oka", "colleague"]}


@pytest.fixture
async def meeting(house: House) -> Meeting:
    """A meeting of the 24th with two members, planned in chat."""
    await house.submit("chair", "meeting", PLAN)
    found = await house.work(lambda work: work.unit.meetings.upcoming("s1", work.now))
    return next(one for one in found if one.at.day == 24)


async def brought_in(house: House, meeting: str) -> Case:
    case = await house.signal()
    raw = {**FILLED["schedule"], "meeting": meeting, "guests": []}
    await house.submit("ib", "schedule", raw, await house.handle("ib", case))
    return await house.case(case.id)


async def agenda(house: House, who: str, meeting: str) -> Screen:
    return await house.show(who, "agenda", await house.handle(who, Subject("meeting", meeting)))


async def test_a_member_finds_the_agenda_on_home(house: House, meeting: Meeting) -> None:
    """Her meeting stands on Home with who is expected behind it; planning is not hers."""
    await brought_in(house, meeting.id)
    home = await house.service.home("U-oka")
    screen = await agenda(house, "oka", meeting.id)

    assert [one.action for one in buttons(home) if one.action in {"agenda", "new_meeting"}] == [
        "agenda"
    ]
    assert "home.p.empty" not in keys(home)
    assert say("zbo.expected", names="Name of chair, Name of colleague, Name of oka") in says(
        screen
    )


async def test_a_member_reads_the_question_and_no_more(house: House, meeting: Meeting) -> None:
    """No child, no teacher, no signal, no agreement of others, and nothing to change."""
    case = await brought_in(house, meeting.id)
    await house.do("ib", case, MakeAgreement("a1", "Call the doctor.", "ib", TODAY))
    listed = await agenda(house, "oka", meeting.id)
    (to_item,) = buttons(listed)
    item = await house.show("oka", "open", to_item.handle)
    shown = repr((listed, item))

    assert [one for one in ("Sam", FACTS, "Name of teacher", "doctor") if one in shown] == []
    assert written(listed) == written(item) == ["What can we do?", "It is not safe."]
    assert "zbo.informed.no" in keys(listed)
    assert actions(item) == ["hide"]


async def test_an_item_of_another_meeting_is_not_hers(house: House, meeting: Meeting) -> None:
    """A seat in one meeting opens neither another agenda nor a case that is only on that."""
    case = await brought_in(house, "zbo-a")
    other = await agenda(house, "oka", "zbo-a")
    opened = await house.show("oka", "open", await house.handle("oka", case))

    assert meeting.members == ("colleague", "oka")
    assert [other.name, opened.name] == ["refused", "refused"]


async def test_of_a_case_on_two_agendas_she_sees_her_own_item(
    house: House, meeting: Meeting
) -> None:
    """What was asked and what came out in a meeting without her stays there."""
    case = await brought_in(house, "zbo-a")
    first = await house.handle("ib", Subject("part", f"{case.id}/{case.items[0].id}"))
    await house.submit("ib", "outcome", FILLED["outcome"], first)
    again = {"meeting": meeting.id, "question": "And now?", "guests": []}
    raw = {**FILLED["schedule"], **again}
    await house.submit("ib", "schedule", raw, await house.handle("ib", case))
    case = await house.case(case.id)
    shown = [
        await house.show("oka", "open", await house.handle("oka", Subject("part", one)))
        for one in (f"{case.id}/{item.id}" for item in case.items)
    ]

    assert written(shown[0]) == ["And now?"]
    assert written(shown[1]) == ["And now?", "It is not safe."]


async def test_a_member_can_write_nothing(house: House, meeting: Meeting) -> None:
    """A forged form with her own reference is refused, and nothing is stored."""
    case = await brought_in(house, meeting.id)
    before = house.rows("SELECT count(*) FROM case_event")
    handle = await house.handle("oka", Subject("part", f"{case.id}/{case.items[0].id}"))
    for form in ("outcome", "weighing", "answer", "agreement"):
        await house.submit("oka", form, FILLED[form], handle)

    assert house.rows("SELECT count(*) FROM case_event") == before


async def test_who_was_there_is_kept_and_who_was_not_is_seen(
    house: House, meeting: Meeting
) -> None:
    """The form starts with everybody who is expected; who is taken out was not there."""
    case = await brought_in(house, meeting.id)
    handle = await house.handle("chair", Subject("part", f"{case.id}/{case.items[0].id}"))
    form = await house.show("chair", "outcome", handle)
    raw = {**FILLED["outcome"], "present": ["chair", "oka"]}
    await house.submit("chair", "outcome", raw, handle)
    item = await house.show("oka", "open", await house.handle("oka", Subject("part", part(case))))

    assert form.preset["present"] == ["chair", "colleague", "oka"]
    assert say("approach.there", names="Name of chair, Name of oka") in says(item)
    assert say("approach.missed", names="Name of colleague") in says(item)


def part(case: Case) -> str:
    return f"{case.id}/{case.items[0].id}"


async def test_the_next_plan_starts_with_the_same_members(house: House, meeting: Meeting) -> None:
    """Standing members need not be chosen each time."""
    house.clock.later(days=15)
    screen = await house.show("chair", "new_meeting")

    assert screen.preset == {"members": list(meeting.members)}
    assert date(2026, 11, 18) == house.clock.now.date()
