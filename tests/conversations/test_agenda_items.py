"""An agenda item that is put off twice, and in the end is not needed."""

from copy import deepcopy
from datetime import date

from dialogs.say import say
from tests.conversations.doing import (
    by_menu,
    leave,
    opened,
    press,
    reads,
    screen,
    send,
    tell,
)
from tests.conversations.schools import school
from tests.conversations.seen import expect, expect_anything, own, reply
from tests.conversations.stage import Stage

DAYS = tuple(date(2026, 12, day) for day in (2, 9, 16))
FIELDS = {
    "parents_invited": "yes",
    "parents_informed": "yes",
    "minutes": "10",
}


async def a_meeting_each_week(stage: Stage) -> None:
    organisation = school()
    (one, *_) = organisation["meetings"]
    organisation["meetings"] = [{**deepcopy(one), "id": f"zbo-{day}", "on": day} for day in DAYS]
    await stage.apply(organisation)


async def brought_in(stage: Stage, day: date, question: str) -> None:
    await tell(stage)
    await opened(stage, "maria", "take")
    await press(stage, "maria", "schedule")
    await send(stage, "maria", meeting=f"zbo-{day}", question=question, **FIELDS)


async def put_off(stage: Stage, to: date) -> None:
    """The day after the meeting the chair finds it in the digest, and moves it on."""
    await press(stage, "noor", "today")

    assert reads(stage, "noor", "duty.outcome")

    await press(stage, "noor", "open")
    await press(stage, "noor", "move_item")
    await send(stage, "noor", meeting=f"zbo-{to}", reason="Geen tijd.")
    await leave(stage, "noor")


async def test_an_item_moves_on_twice_and_comes_off(stage: Stage) -> None:
    """It keeps its place in the row, somebody is asked to deal with it, and then it can end."""
    first, second, third = DAYS
    await a_meeting_each_week(stage)
    await brought_in(stage, first, "Wat past?")
    await _a_second_item_is_not_needed(stage)
    for passed, coming in ((date(2026, 12, 3), second), (date(2026, 12, 10), third)):
        await stage.at(passed, 8, 5)
        expect_anything(stage)
        await put_off(stage, coming)
        expect(stage, maria=[reply("new")])
    await _somebody_must_deal_with_it(stage)
    await _the_oldest_is_on_top(stage, third)
    await _it_is_not_needed(stage)


async def _a_second_item_is_not_needed(stage: Stage) -> None:
    await press(stage, "maria", "schedule")

    assert reads(stage, "maria", "schedule.open", "Wat past?")

    await leave(stage, "maria")


async def _somebody_must_deal_with_it(stage: Stage) -> None:
    """The IB'er hears the next school day, in her digest; the message itself says nothing."""
    await stage.at(date(2026, 12, 11), 8, 5)
    told = [own("push.agenda", on="2026-12-16")]
    expect(stage, maria=[own("push.digest")], noor=told, yara=told)
    await press(stage, "maria", "today")

    assert reads(stage, "maria", "duty.put_off")

    await leave(stage, "maria")


async def _the_oldest_is_on_top(stage: Stage, day: date) -> None:
    await brought_in(stage, day, "Wat nu?")
    await leave(stage, "maria")
    await press(stage, "noor", "agenda")
    shown = "\n".join(screen(stage, "noor").shown)

    assert reads(stage, "noor", say("zbo.put_off", n=2, on=DAYS[0]), "zbo.informed.yes")
    assert shown.index("Wat past?") < shown.index("Wat nu?")

    await leave(stage, "noor")


async def _it_is_not_needed(stage: Stage) -> None:
    """As long as it is open the case cannot end; taken off with a reason, it can."""
    await press(stage, "maria", "today")
    await press(stage, "maria", "open")
    await by_menu(stage, "menu_record", "close")

    assert reads(stage, "maria", "err.items_open")

    await stage.person("maria").close()
    await press(stage, "maria", "open")
    await by_menu(stage, "menu_zbo", "take_off")
    await send(stage, "maria", reason="De hulp is begonnen.")

    assert reads(stage, "maria", "De hulp is begonnen.")

    await by_menu(stage, "menu_record", "close")
    await send(stage, "maria", grounds="resolved", reason="Het gaat goed.")

    assert reads(stage, "maria", "stc.closed")

    await leave(stage, "maria")
    await press(stage, "noor", "agenda")

    assert reads(stage, "noor", "Wat nu?")
    assert not reads(stage, "noor", "Wat past?")
