"""Every button on every screen leads somewhere."""

from collections.abc import Iterable, Iterator

import pytest

from bot.demo.workspace import Person, View
from tests.conversations.doing import leave, opened, press, send, tell
from tests.conversations.installing import Data
from tests.conversations.stage import Stage

DEAD_ENDS = frozenset({"loading", "failed", "old"})
"""Screens to which no button that is shown may lead."""

STAYS_HOME = frozenset({"away", "back", "understood"})
"""Buttons of Home that change Home itself, and open nothing."""

Button = tuple[str, str]
"""An action, and the reference that comes with it."""


PARENTS = {"parents_invited": "yes", "parents_informed": "yes"}


async def going(stage: Stage) -> None:
    """A case with something of everything: asked, agreed, on the agenda, weighed, followed."""
    await tell(stage)
    await opened(stage, "maria", "take")
    await press(stage, "maria", "ask")
    await send(stage, "maria", text="Wat zie je?")
    await press(stage, "maria", "agreement")
    await send(stage, "maria", what="Bellen.", owner="sam", due="2026-12-15")
    await press(stage, "maria", "schedule")
    fields = {
        "question": "Wat past?",
        "parents_invited": "yes",
        "parents_informed": "yes",
        "minutes": "10",
    }
    await send(stage, "maria", meeting="zbo-2026-12-02", **fields)
    await press(stage, "maria", "weighing")
    await stage.person("maria").pick("present", "maria:intern_begeleider", "yara:oka")
    await send(stage, "maria", danger="no", hinders="yes", risks="Een.", reason="Zo.")
    for given in ("yes", "doubt"):
        await press(stage, "maria", "question")
        await send(stage, "maria", answer=given, reason="Zo.")
    await press(stage, "maria", "following")
    await send(stage, "maria", rhythm="5", first="2026-11-26")
    await leave(stage, "maria")
    await tell(stage)
    await stage.on_school_day(6)


def buttons(blocks: Iterable[Data]) -> Iterator[Button]:
    for block in blocks:
        for one in block["elements"] if block["type"] == "actions" else ():
            yield one["action_id"], one.get("value", "")


async def follow(stage: Stage, person: Person, path: list[Button]) -> View:
    """Press these one after the other, from Home on; the screen where that ends."""
    if person.modal():
        await person.close(everything=True)
    for number, (action, value) in enumerate(path):
        told = await person.click(action, home=number == 0, value=value or None)
        await stage.settled()
        assert told.ok, (action, told)
    found = person.modal()
    assert found is not None, path
    return found


async def fresh_home(stage: Stage, person: Person) -> View:
    await person.open_home()
    await stage.settled()
    home = person.home()
    assert home is not None
    return home


async def walk(stage: Stage, name: str) -> set[tuple[str, str]]:
    """From Home through every button two deep; each action of each screen once."""
    person = stage.person(name)
    taken: set[tuple[str, str]] = set()
    for first in list(buttons((await fresh_home(stage, person)).blocks)):
        if first[0] in STAYS_HOME:
            continue
        screen = await follow(stage, person, [first])
        assert screen.callback_id not in DEAD_ENDS, first
        for second in list(buttons(screen.blocks)):
            if (screen.callback_id, second[0]) not in taken:
                taken.add((screen.callback_id, second[0]))
                reached = await follow(stage, person, [first, second])
                assert reached.callback_id not in DEAD_ENDS, (first, second)
    return taken


LEAST = {"sam": 6, "maria": 12, "noor": 3, "iris": 12, "bas": 1, "amir": 12}
"""How many different buttons each finds at least: fewer means that screens went missing."""


@pytest.mark.parametrize("name", LEAST)
async def test_every_button_leads_somewhere(stage: Stage, name: str) -> None:
    """For every role, no button fails, expires or stays loading."""
    await going(stage)

    assert len(await walk(stage, name)) >= LEAST[name]
