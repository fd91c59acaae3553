from datetime import timedelta

import pytest

from bot.reminders import purge
from bot.service.answers import Correct, Show
from dialogs.screen import Screen
from tests.bot.house import House
from tests.dialogs.reading import actions, buttons, keys, written

WEEKS = timedelta(weeks=4)


async def keep(house: House, who: str = "teacher", text: str = "She was sad.") -> Screen:
    answer = await house.submit(who, "jot", {"text": text})
    assert isinstance(answer, Show)
    return answer.screen


async def book(house: House, who: str = "teacher") -> Screen:
    return await house.show(who, "notebook")


def handle(screen: Screen, action: str = "hand_in") -> str:
    """The reference of the first note."""
    return next(one.handle for one in buttons(screen) if one.action == action)


def notes(house: House) -> int:
    (found,) = house.rows("SELECT count(*) FROM slip")
    return int(found[0])


async def test_a_note_is_there_the_next_time(house: House) -> None:
    """What was kept stands in the notebook, the newest on top, with the caveat above it."""
    await keep(house, text="First.")
    screen = await keep(house, text="Second.")

    assert written(screen) == ["Second.", "First."]
    assert written(await book(house)) == ["Second.", "First."]
    assert "jot.not_consulting" in keys(screen)


@pytest.mark.parametrize("who", ["colleague", "ib", "deputy", "director", "chair"])
async def test_a_note_is_the_authors_alone(house: House, who: str) -> None:
    """Nobody else finds it, also with its reference in hand: not the care team, not a director."""
    mine = handle(await keep(house))

    assert written(await book(house, who)) == []

    await house.show(who, "tear", mine)
    stolen = await house.service.hand_in(f"U-{who}", mine)

    assert "She was sad." not in repr(stolen)
    assert notes(house) == 1


async def test_a_note_makes_no_case_and_calls_nobody(house: House) -> None:
    """Keeping something is not telling it: no case, no envelope, no line about anybody."""
    await keep(house)

    assert house.rows('SELECT count(*) FROM "case"') == [(0,)]
    assert house.outbox() == []
    assert house.rows("SELECT count(*) FROM access_line") == [(0,)]


async def test_kept_twice_it_stands_there_once(house: House) -> None:
    """A double tap keeps one note."""
    for _ in range(2):
        await house.submit("teacher", "jot", {"text": "Once."}, key="view:1")

    assert written(await book(house)) == ["Once."]


async def test_a_note_has_its_weeks(house: House) -> None:
    """After the weeks of the policy it is gone from the notebook, and then from the store."""
    await keep(house)
    house.clock.later(days=WEEKS.days)

    assert written(await book(house)) == ["She was sad."]

    house.clock.later(days=1)

    assert written(await book(house)) == []

    await purge(house.tools)

    assert notes(house) == 0


async def test_a_note_can_be_thrown_away(house: House) -> None:
    """At once and for good; what was being typed meanwhile stays in the field."""
    mine = handle(await keep(house), "tear")
    screen = await house.show("teacher", "tear", mine, text="Half a")

    assert written(screen) == []
    assert screen.preset == {"text": "Half a"}
    assert notes(house) == 0


async def test_handed_in_the_note_is_in_the_form(house: House) -> None:
    """It stands in the form of a signal; until that is sent, it stays in the notebook too."""
    mine = handle(await keep(house))
    screen = await house.service.hand_in("U-teacher", mine)

    assert (screen.name, screen.preset["text"], screen.handle) == ("signal", "She was sad.", mine)
    assert notes(house) == 1


async def test_handed_in_after_a_draft_nothing_is_lost(house: House) -> None:
    """The note follows what the draft held."""
    await house.service.keep_draft("U-teacher", {"text": "Before."})
    screen = await house.service.hand_in("U-teacher", handle(await keep(house)))

    assert screen.preset["text"] == "Before.\nShe was sad."


async def test_sent_the_note_has_had_its_use(house: House) -> None:
    """The signal is a case like any other, and the notebook is empty."""
    mine = handle(await keep(house))
    raw = {"text": "She was sad.", "urgency": "week"}
    await house.submit("teacher", "signal", raw, mine)

    assert notes(house) == 0
    assert house.rows('SELECT count(*) FROM "case"') == [(1,)]


async def test_a_signal_that_was_refused_keeps_the_note(house: House) -> None:
    """Only what arrived is taken out of the notebook."""
    mine = handle(await keep(house))
    answer = await house.submit("teacher", "signal", {"text": "x" * 3001, "urgency": "week"}, mine)

    assert isinstance(answer, Correct)
    assert notes(house) == 1


async def test_where_nobody_can_receive_it_the_note_stays(house: House) -> None:
    """At a school without an intern begeleider the teacher reads whom to call."""
    mine = handle(await keep(house, "lonely"))
    screen = await house.service.hand_in("U-lonely", mine)
    sent = await house.submit("lonely", "signal", {"text": "Sad.", "urgency": "week"}, mine)

    assert "err.noib" in keys(screen)
    assert isinstance(sent, Show)
    assert notes(house) == 1


async def test_somebody_of_two_schools_says_where(house: House) -> None:
    """The form with the note asks at which school it is."""
    screen = await house.service.hand_in("U-both", handle(await keep(house, "both")))

    assert screen.name == "signal_at"
    assert screen.preset["text"] == "She was sad."


async def test_a_reference_to_something_else_is_no_note(house: House) -> None:
    """The handle of a case, or one that nobody gave, opens nothing here."""
    case = await house.signal()
    for forged in (await house.handle("teacher", case), "AAAAAAAAAAAAAAAAAAAA", ""):
        screen = await house.service.hand_in("U-teacher", forged)

        assert keys(screen)[2] == "err.old", forged
        assert actions(screen) == ["home"]
