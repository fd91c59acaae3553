import pytest

from dialogs.say import say
from dialogs.screen import Screen
from meldcode.case import Case
from meldcode.choices import Answer, Present
from meldcode.commands import AnswerQuestion, KeepAgreement, MakeAgreement, Weigh
from meldcode.people import Role
from storage.records import Subject
from tests.bot.house import FACTS, FIRST, TODAY, House
from tests.bot.service.filled import FILLED
from tests.dialogs.reading import actions, buttons, keys, says, written

MEETING = Subject("meeting", FIRST.id)
NOT_THERE = ("It is not safe.", "They would take her away.")
"""Why the parents are not invited, and why they do not know."""


async def agenda(house: House, who: str = "chair") -> Screen:
    return await house.show(who, "agenda", await house.handle(who, MEETING))


async def on_agenda(house: House, who: str = "ib", **raw: str) -> Case:
    """A new case of which an item is on the agenda of the first meeting."""
    case = await house.signal()
    given = {**FILLED["schedule"], **raw}
    await house.submit(who, "schedule", given, await house.handle(who, case))
    return await house.case(case.id)


async def test_an_item_says_what_the_meeting_must_know(house: House) -> None:
    """Code, minutes, question, role, parents and why not, age in school days, what was agreed."""
    case = await on_agenda(house)
    await house.do("ib", case, MakeAgreement("a1", "Call the doctor.", "oka", TODAY))
    await house.do("ib", case, KeepAgreement("a1"))
    house.clock.later(days=6)
    screen = await agenda(house)
    code = f"{case.code[:3]}-{case.code[3:]}"

    assert say("zbo.code", code=code, n=15) in says(screen)
    assert say("zbo.bringer", role="intern_begeleider", n=4) in says(screen)
    assert {"zbo.parents.no", "zbo.informed.no"} <= set(keys(screen))
    assert written(screen) == ["What can we do?", *NOT_THERE, "Call the doctor."]
    assert actions(screen) == ["open"]


async def test_what_is_open_comes_before_what_is_done(house: House) -> None:
    """Each agreement with the role of its owner and its day; what was done needs no role."""
    case = await on_agenda(house)
    case = await house.do("ib", case, MakeAgreement("a1", "Call the doctor.", "oka", TODAY))
    case = await house.do("ib", case, KeepAgreement("a1"))
    await house.do("ib", case, MakeAgreement("a2", "Visit.", "deputy", TODAY))
    told = [one for one in says(await agenda(house)) if one.key.startswith("zbo.agreed")]

    assert told == [
        say("zbo.agreed.open", role=Role.DEPUTY, due=TODAY),
        say("zbo.agreed.kept", due=TODAY),
    ]


async def test_an_agenda_names_nobody(house: House) -> None:
    """Neither the child nor the teacher nor the words of the signal; only who is expected."""
    await on_agenda(house)
    shown = repr(await agenda(house))

    assert [word for word in ("Sam", FACTS, "teacher", "Name of ib") if word in shown] == []
    assert shown.count("Name of") == shown.count("Name of chair") == 1


async def test_every_item_that_is_shown_leaves_a_line(house: House) -> None:
    """Reading an agenda is reading the cases on it, and that can be found back."""
    first, second = await on_agenda(house), await on_agenda(house)
    await agenda(house)
    read = house.rows("SELECT case_id, action, granted FROM access_line WHERE person_id = 'chair'")

    assert read == [(first.id, "attend", 1), (second.id, "attend", 1)]


@pytest.mark.parametrize(
    "who, role",
    [("ib", "intern_begeleider"), ("deputy", "deputy"), ("attention", "aandachtsfunctionaris")],
)
async def test_who_brings_an_item_in_is_a_role(house: House, who: str, role: str) -> None:
    """The chair knows whom to give the floor, by role."""
    await on_agenda(house, who)
    (said,) = [one for one in says(await agenda(house)) if one.key == "zbo.bringer"]

    assert said.args["role"] == role


@pytest.mark.parametrize("who", ["teacher", "director", "oka"])
async def test_an_agenda_is_for_those_with_a_place_there(house: House, who: str) -> None:
    """Others are refused, whatever reference they have."""
    await on_agenda(house)

    assert (await agenda(house, who)).name == "refused"


@pytest.mark.parametrize("who", ["other-chair", "other-ib"])
async def test_an_agenda_of_another_school_is_refused(house: House, who: str) -> None:
    """A place in one school's ZBO opens no other school's."""
    await on_agenda(house)

    assert (await agenda(house, who)).name == "refused"


async def test_a_meeting_that_is_gone_is_refused(house: House) -> None:
    """The button of a meeting that does not exist, and a forged one, say what to do."""
    gone = await house.show(
        "chair", "agenda", await house.handle("chair", Subject("meeting", "never"))
    )
    forged = await house.show("chair", "agenda", "AAAAAAAAAAAAAAAAAAAA")
    of_case = await house.show(
        "chair", "agenda", await house.handle("chair", await on_agenda(house))
    )

    assert [one.name for one in (gone, forged, of_case)] == ["refused"] * 3


async def test_the_chair_writes_down_what_came_of_an_item(house: House) -> None:
    """From the agenda to the item, its outcome, and back on the agenda it is done."""
    case = await on_agenda(house)
    house.clock.later(days=14)
    (to_item,) = buttons(await agenda(house))
    item = await house.show("chair", "open", to_item.handle)
    (to_outcome,) = [one for one in buttons(item) if one.action == "outcome"]
    form = await house.show("chair", "outcome", to_outcome.handle)
    await house.submit("chair", "outcome", FILLED["outcome"], form.handle)
    after = await house.case(case.id)

    assert after.items[0].outcome == FILLED["outcome"]["outcome"]
    assert "zbo.done" in keys(await agenda(house))
    assert house.rows("SELECT handled FROM zbo_item") == [(1,)]


async def test_the_meeting_weighs_and_decides_from_the_item(house: House) -> None:
    """The chair has the buttons of steps 4 and 5, and reads no reasons."""
    case = await on_agenda(house)
    together = (Present("ib", "intern_begeleider"), Present("oka", "oka"))
    weighed = Weigh(together, Answer.YES, Answer.NO, "Risks we see.", "Why we think so.")
    await house.do("chair", case, weighed, AnswerQuestion(1, Answer.YES, "Because."))
    (to_item,) = buttons(await agenda(house))
    item = await house.show("chair", "open", to_item.handle)

    assert {"weighing", "question", "agreement"} <= set(actions(item))
    assert written(item) == ["What can we do?", *NOT_THERE]
