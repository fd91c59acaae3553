import pytest

from dialogs.screen import Screen
from meldcode.case import Case
from meldcode.choices import Trend
from meldcode.commands import AgreeFollowing, MakeAgreement, NoteFollowing, TakeCase
from tests.bot.house import TODAY, House
from tests.bot.service.filled import FILLED
from tests.dialogs.reading import actions, buttons, keys, says


async def today(house: House, who: str) -> Screen:
    return await house.show(who, "today")


def kinds(screen: Screen) -> list[str]:
    """What is open, of the cases that may be opened."""
    return [one.args["kind"] for one in says(screen) if one.key == "today.line"]


async def followed(house: House) -> Case:
    """A case of which the look is due today."""
    return await house.do(
        "ib", await house.signal(), TakeCase(), AgreeFollowing(rhythm=5, first=TODAY)
    )


async def test_with_nothing_to_do_it_says_so(house: House) -> None:
    """A fresh signal is nobody's task yet today."""
    await house.signal()

    assert "today.empty" in keys(await today(house, "ib"))


async def test_an_unread_signal_climbs(house: House) -> None:
    """Day by day the IB'er, the deputy and those above find it among their tasks."""
    await house.signal()
    found = []
    for _ in range(3):
        house.clock.later(days=1)
        found.append(
            {
                who
                for who in ("ib", "deputy", "attention", "director", "teacher", "chair")
                if "today.empty" not in keys(await today(house, who))
            }
        )

    assert found[0] == {"ib"}
    assert found[1] == {"ib", "deputy"}
    assert found[2] == {"ib", "deputy", "attention", "director"}


async def test_who_may_not_open_the_case_reads_only_that_a_task_is_open(house: House) -> None:
    """The director gets no code and no way in."""
    await house.signal()
    house.clock.later(days=3)
    screen = await today(house, "director")

    assert "today.task" in keys(screen)
    assert kinds(screen) == []
    assert actions(screen) == []


async def test_one_line_a_case_with_the_last_thing_that_fell_due(house: House) -> None:
    """A look that was passed over twice is still one line."""
    case = await followed(house)
    house.clock.later(days=6)
    screen = await today(house, "teacher")
    (button,) = buttons(screen)
    opened = await house.show("teacher", button.action, button.handle)

    assert kinds(screen) == ["follow_second"]
    assert opened.name == "case"
    assert say_code(case) in str(list(says(screen)))


def say_code(case: Case) -> str:
    return f"{case.code[:3]}-{case.code[3:]}"


async def test_what_was_done_is_no_longer_open(house: House) -> None:
    """After somebody looked, nobody finds the look among their tasks."""
    case = await followed(house)
    before = kinds(await today(house, "teacher"))
    await house.do("ib", case, NoteFollowing(Trend.SAME))

    assert before == ["follow_first"]
    assert "today.empty" in keys(await today(house, "teacher"))


@pytest.mark.parametrize("owner", ["oka", "colleague", "chair", "director"])
async def test_who_made_an_agreement_finds_it(house: House, owner: str) -> None:
    """Whoever is reminded of an agreement finds it, also without any other part in the case."""
    case = await house.do("ib", await house.signal(), TakeCase())
    await house.do("ib", case, MakeAgreement("a1", "Call the doctor.", owner, TODAY))

    assert "today.empty" not in keys(await today(house, owner))


async def test_the_chair_finds_items_without_an_outcome(house: House) -> None:
    """After the meeting each item that nothing was written about is a task, once."""
    case = await house.signal()
    handle = await house.handle("ib", case)
    await house.submit("ib", "schedule", FILLED["schedule"], handle)
    before = kinds(await today(house, "chair"))
    house.clock.later(days=15)
    after = await today(house, "chair")
    (button,) = buttons(after)
    item = await house.show("chair", button.action, button.handle)

    assert before == []
    assert kinds(after) == ["outcome"]
    assert "outcome" in actions(item)


async def test_tasks_of_another_school_are_not_shown(house: House) -> None:
    """An IB'er finds the signals of the own school only."""
    await house.signal()
    house.clock.later(days=3)

    assert "today.empty" in keys(await today(house, "other-ib"))
