from collections.abc import Mapping
from dataclasses import replace

import pytest

from bot.service.answers import Answer, Correct, Show
from dialogs import registry
from dialogs.screen import Screen
from meldcode.case import Case
from meldcode.commands import TakeCase
from meldcode.people import Role
from storage.records import Organisation, Subject
from tests.bot.house import House, organisation
from tests.bot.service.filled import FILLED
from tests.dialogs.reading import keys, written

ABOUT_CASES = sorted(set(registry.FORMS) - {"signal", "signal_at"} - registry.OF_PROCESS)
ACTIONS = sorted(registry.SCREENS)
COMMANDS = sorted(registry.COMMANDS)
GONE = Subject("case", "case-that-never-was")

STRANGERS = ("colleague", "director", "chair", "oka", "other-ib")
"""Nobody of these has to do with a case that is not on an agenda."""


async def answers(house: House, who: str, handle: str) -> Mapping[str, Answer | Screen]:
    """Everything that anybody can ask about a case, asked with this handle."""
    forms = {form: await house.submit(who, form, FILLED[form], handle) for form in ABOUT_CASES}
    looks = {f"look {name}": await house.show(who, name, handle) for name in ACTIONS}
    taps = {f"tap {name}": await house.act(who, name, handle) for name in COMMANDS}
    return forms | looks | taps


@pytest.mark.parametrize("who", STRANGERS)
async def test_not_yours_looks_like_not_there(house: House, who: str) -> None:
    """Whatever is asked about somebody else's case is answered as if there were no such case."""
    case = await house.do("ib", await house.signal(), TakeCase())
    theirs = await answers(house, who, await house.handle(who, case))
    nothing = await answers(house, who, await house.handle(who, GONE))
    forged = await answers(house, who, "AAAAAAAAAAAAAAAAAAAA")
    after = await house.case(case.id)

    assert theirs == nothing == forged
    assert after == case


async def test_a_handle_of_somebody_else_looks_like_an_invented_one(house: House) -> None:
    """A button's value that was copied or forged opens nothing, for nobody, and tells nothing."""
    case = await house.do("ib", await house.signal(), TakeCase())
    stolen = await answers(house, "deputy", await house.handle("ib", case))
    invented = await answers(house, "deputy", "AAAAAAAAAAAAAAAAAAAA")
    of_meeting = await answers(
        house, "deputy", await house.handle("deputy", Subject("meeting", "zbo-a"))
    )

    assert stolen == invented == of_meeting
    assert await house.case(case.id) == case


async def test_every_refusal_leaves_a_line(house: House) -> None:
    """Who tried to open a case that is not theirs can be found in the access log."""
    case = await house.signal()
    await house.show("colleague", "open", await house.handle("colleague", case))
    tried = "SELECT person_id, granted FROM access_line WHERE granted = 0"

    assert house.rows(tried) == [("colleague", 0)]


async def test_a_role_that_ended_ends_what_it_opened(house: House) -> None:
    """The handle that an IB'er had opens nothing any more once the role is another's."""
    case = await house.signal()
    handle = await house.handle("ib", case)
    before = await house.show("ib", "open", handle)
    others = tuple(one for one in organisation().people if one.id != "ib")
    moved = replace(organisation().people[2], posts=organisation().people[0].posts)
    assert moved.id == "ib"
    assert moved.posts[0].role is Role.TEACHER
    staff = Organisation(organisation().schools, (*others, moved), organisation().meetings)
    await house.work(lambda work: work.unit.people.apply(staff))
    after = await house.show("ib", "open", handle)

    assert before.name == "case"
    assert after.name == "refused"


async def test_a_handle_that_expired_says_what_to_do(house: House) -> None:
    """An old button leads to a screen with a way on, also in a form."""
    case = await house.signal()
    handle = await house.handle("ib", case)
    house.clock.later(days=31)
    looked = await house.show("ib", "open", handle)
    tapped = await house.act("ib", "take", handle)
    sent = await house.submit("ib", "talk", FILLED["talk"], handle)

    assert (looked.name, tapped.name) == ("refused", "refused")
    assert sent == Correct({"on": "err.access"})


async def test_the_chair_of_a_zbo_reads_only_the_item(house: House) -> None:
    """Who chairs the meeting sees the question, and neither the signal nor who told it."""
    case = await on_agenda(house)
    screen = await house.show("chair", "open", await house.handle("chair", case))

    assert written(screen) == ["What can we do?"]
    assert "case.signal" not in keys(screen)


async def on_agenda(house: House) -> Case:
    case = await house.signal()
    await house.submit("ib", "schedule", FILLED["schedule"], await house.handle("ib", case))
    return await house.case(case.id)


async def test_the_teacher_who_told_reads_it_again(house: House) -> None:
    """Own words stay readable; of what the care team writes among itself only that it is there."""
    case = await on_agenda(house)
    screen = await house.show("teacher", "open", await house.handle("teacher", case))

    assert case.signal is not None
    assert case.signal.text in written(screen)
    assert "What can we do?" not in written(screen)
    assert "st.partial" in keys(screen)


async def test_a_refused_command_says_why(house: House) -> None:
    """A button that comes too late is answered with the reason, not with "expired"."""
    case = await house.do("ib", await house.signal(), TakeCase())
    screen = await house.act("teacher", "withdraw", await house.handle("teacher", case))

    assert "err.withdraw" in keys(screen)


@pytest.mark.parametrize("action", ["take", "better"])
async def test_a_button_of_a_closed_case_says_so(house: House, action: str) -> None:
    """Whoever still has an old screen open learns that the case has ended."""
    case = await house.do("ib", await house.signal(), TakeCase())
    handle = await house.handle("ib", case)
    closing = await house.submit("ib", "close", FILLED["close"], handle)
    screen = await house.act("ib", action, handle)

    assert isinstance(closing, Show)
    assert "err.closed" in keys(screen)


async def test_an_action_that_does_not_exist_leads_nowhere(house: House) -> None:
    """A forged action is an old button, whatever it is called."""
    handle = await house.handle("ib", await house.signal())

    assert (await house.show("ib", "no such thing", handle)).name == "old"
