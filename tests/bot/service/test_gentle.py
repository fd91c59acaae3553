from dataclasses import replace

import pytest

from bot.reminders import purge
from bot.service.answers import Correct
from tests.bot.house import House
from tests.dialogs.reading import actions, buttons, keys, written

FILLED = {"child": "Sam Bos", "word": "Fox"}


@pytest.fixture
def taking_part(house: House) -> House:
    """The same house with a board that takes part in Handle with Care."""
    policy = replace(house.tools.policy, handle_with_care_days=3)
    return replace(house, tools=replace(house.tools, policy=policy))


async def test_it_is_off_unless_the_board_takes_part(house: House) -> None:
    """No button, no screen and no form, whatever is forged."""
    assert "gentle" not in actions(await house.service.home("U-ib"))
    assert "err.access" in keys(await house.show("ib", "gentle"))
    assert await house.submit("ib", "gentle", FILLED) == Correct({"child": "err.access"})
    assert house.rows("SELECT * FROM slip") == []


async def test_the_care_team_sees_the_child_of_these_days(taking_part: House) -> None:
    """The name and the code word, for the whole care team; no case, no envelope."""
    house = taking_part
    await house.submit("ib", "gentle", FILLED)

    assert "gentle" in actions(await house.service.home("U-ib"))
    for who in ("ib", "deputy", "attention"):
        assert written(await house.show(who, "gentle")) == ["Sam Bos · Fox"], who
    assert house.rows('SELECT * FROM "case"') == []
    assert house.outbox() == []


@pytest.mark.parametrize("who", ["teacher", "director", "chair", "oka", "other-ib"])
async def test_nobody_else_sees_it(taking_part: House, who: str) -> None:
    """The teacher hears it from a person; another school has nothing to do with it."""
    house = taking_part
    await house.submit("ib", "gentle", FILLED)
    screen = await house.show(who, "gentle")

    assert "Sam" not in repr(screen)
    assert ("gentle" in actions(await house.service.home(f"U-{who}"))) == (who == "other-ib")


async def test_after_the_days_of_support_it_is_gone(taking_part: House) -> None:
    """On the last of the school days it is there, on the day after it is not, nor in the store."""
    house = taking_part
    await house.submit("ib", "gentle", FILLED)
    house.clock.later(days=3)

    assert written(await house.show("ib", "gentle")) != []

    house.clock.later(days=1)
    await purge(house.tools)

    assert written(await house.show("ib", "gentle")) == []
    assert house.rows("SELECT * FROM slip") == []


async def test_a_mistake_is_thrown_away_at_once(taking_part: House) -> None:
    """By anybody of the care team of that school, and by nobody else."""
    house = taking_part
    await house.submit("ib", "gentle", FILLED, key="view:1")
    await house.submit("ib", "gentle", FILLED, key="view:1")
    (done,) = [one for one in buttons(await house.show("deputy", "gentle")) if one.handle]
    await house.show("teacher", "gentle_done", done.handle)

    assert len(house.rows("SELECT * FROM slip")) == 1

    await house.show("deputy", "gentle_done", done.handle)

    assert house.rows("SELECT * FROM slip") == []
