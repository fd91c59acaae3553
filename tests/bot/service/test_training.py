from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.delivery import Delivery
from bot.reminders import tick
from bot.service import leavers
from bot.service.answers import Correct, Show
from storage.records import Organisation
from tests.bot.house import House, organisation
from tests.bot.postman import FakePostman
from tests.dialogs.reading import actions, buttons, keys, written

FILLED = {
    "people": ["teacher", "ib"],
    "kind": "signs",
    "on": "2026-11-02",
    "what": "Een cursus",
}


@pytest.fixture
def agreed(house: House) -> House:
    """The same house with a board that agreed that a training counts for one month."""
    policy = replace(house.tools.policy, training_months=1, training_warning=10)
    return replace(house, tools=replace(house.tools, policy=policy))


async def remind(house: House, on: date, hour: int = 15) -> list[tuple[str, str]]:
    """To whom, and in which words, an envelope about trainings waits after this moment."""
    house.clock.now = datetime(on.year, on.month, on.day, hour, 10, tzinfo=UTC)
    await tick(house.tools)
    return house.outbox("training")


async def test_the_aandachtsfunctionaris_puts_a_team_in_the_register(house: House) -> None:
    """Once, however often the form is delivered; each reads their own, she that of everybody."""
    await house.submit("attention", "training", FILLED, key="view:1")
    answer = await house.submit("attention", "training", FILLED, key="view:1")
    teacher = await house.show("teacher", "training")

    assert isinstance(answer, Show)
    assert written(answer.screen) == ["Een cursus", "Een cursus"]
    assert written(teacher) == ["Een cursus"]
    assert "training_drop" not in actions(teacher)
    assert written(await house.show("colleague", "training")) == []
    assert house.outbox() == []


async def test_home_shows_ones_own_without_what_was_typed(house: House) -> None:
    """The kind and its day stand there; chat keeps Home, so the name does not."""
    await house.submit("attention", "training", FILLED)
    home = await house.service.home("U-teacher")

    assert "training.line.done" in keys(home)
    assert "cursus" not in repr(home)
    assert "training.line.done" not in keys(await house.service.home("U-colleague"))


@pytest.mark.parametrize("who", ["teacher", "ib", "deputy", "director", "chair", "other-ib"])
async def test_nobody_else_keeps_the_register(house: House, who: str) -> None:
    """They find no form, and one that was forged is refused."""
    screen = await house.show(who, "training")

    assert screen.form is None
    assert await house.submit(who, "training", FILLED) == Correct({"people": "err.access"})
    assert house.rows("SELECT * FROM training") == []


@pytest.mark.parametrize(
    "changed, errors",
    [
        ({"people": ["other-teacher"]}, {"people": "err.people"}),
        ({"people": []}, {"people": "err.people"}),
        ({"kind": "luck"}, {"kind": "err.choose"}),
        ({"on": "2026-12-31"}, {"on": "err.future"}),
        ({"what": "x" * 81}, {"what": "err.long"}),
    ],
)
async def test_what_cannot_be_is_not_kept(
    house: House, changed: dict[str, object], errors: dict[str, str]
) -> None:
    """Somebody of another school, a day to come and so on, each with its sentence."""
    assert await house.submit("attention", "training", FILLED | changed) == Correct(errors)
    assert house.rows("SELECT * FROM training") == []


async def test_a_mistake_is_thrown_away(house: House) -> None:
    """By her, by her own reference; that of another person does nothing."""
    await house.submit("attention", "training", FILLED | {"people": ["teacher"]})
    screen = await house.show("attention", "training")
    (drop,) = [one for one in buttons(screen) if one.action == "training_drop"]
    await house.show("teacher", "training_drop", drop.handle)

    assert len(house.rows("SELECT * FROM training")) == 1

    await house.show("attention", "training_drop", drop.handle)

    assert house.rows("SELECT * FROM training") == []


async def test_more_than_a_page_can_be_read(house: House) -> None:
    """Page after page, whatever is forged as the number of a page."""
    for number in range(25):
        other = {"people": ["teacher"], "kind": "other", "what": f"Cursus {number}"}
        await house.submit("attention", "training", FILLED | other)
    first = await house.show("attention", "training")
    (more,) = [one for one in buttons(first) if one.action == "training_more"]
    second = await house.show("attention", "training_more", more.handle)

    assert len(written(first)) == 20
    assert len(written(second)) == 5
    for forged in ("-1", "x", "9" * 5000, ""):
        assert len(written(await house.show("attention", "training_more", forged))) == 20


async def test_both_hear_it_before_a_training_ends(agreed: House) -> None:
    """In a slot of a school day, once; the envelope says nothing, and leads to the register."""
    house = agreed
    await house.submit("attention", "training", FILLED)
    early = await remind(house, date(2026, 11, 17))
    in_class = await remind(house, date(2026, 11, 18), hour=9)
    told = await remind(house, date(2026, 11, 18))
    again = await remind(house, date(2026, 11, 19))
    postman = FakePostman()
    await Delivery(house.tools, postman).drain()

    assert early == in_class == []
    assert sorted(told) == [("attention", "new"), ("ib", "new"), ("teacher", "new")]
    assert again == told
    assert {one.text for one in postman.sent} == {"push.new"}
    assert {one.button for one in postman.sent} == {"training"}


async def test_a_whole_team_is_one_message_to_her(agreed: House) -> None:
    """However many trainings end on one day."""
    house = agreed
    for kind in ("code", "signs", "talks"):
        await house.submit("attention", "training", FILLED | {"kind": kind})

    assert len(await remind(house, date(2026, 11, 18))) == 3


async def test_of_a_training_that_was_renewed_nobody_hears(agreed: House) -> None:
    """The newer one has a reminder of its own."""
    house = agreed
    await house.submit("attention", "training", FILLED)
    await house.submit("attention", "training", FILLED | {"on": "2026-11-03"})

    assert await remind(house, date(2026, 11, 18)) == []
    assert len(await remind(house, date(2026, 11, 19))) == 3


async def test_while_no_term_is_confirmed_nobody_hears(house: House) -> None:
    """No end is shown either."""
    await house.submit("attention", "training", FILLED)

    assert await remind(house, date(2026, 12, 30)) == []
    assert "training.line.done" in keys(await house.show("teacher", "training"))


async def test_what_ended_says_so(agreed: House) -> None:
    """On the day itself, to who was trained and to who keeps the register."""
    house = agreed
    await house.submit("attention", "training", FILLED)

    assert "training.line.until" in keys(await house.show("teacher", "training"))

    house.clock.now = datetime(2026, 12, 2, 9, tzinfo=UTC)

    assert "training.line.ended" in keys(await house.show("teacher", "training"))
    assert "training.of.ended" in keys(await house.show("attention", "training"))


async def test_of_who_leaves_the_school_nothing_is_kept(agreed: House) -> None:
    """No row, and no reminder to anybody about it."""
    house = agreed
    await house.submit("attention", "training", FILLED | {"people": ["teacher"]})
    everybody = organisation()
    stay = tuple(one for one in everybody.people if one.id != "teacher")
    left = Organisation(everybody.schools, stay, everybody.meetings)
    await house.work(lambda work: leavers.apply(work, left))

    assert house.rows("SELECT * FROM training") == []
    assert await remind(house, date(2026, 11, 18)) == []
