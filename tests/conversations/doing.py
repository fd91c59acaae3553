"""What people do in the conversations, each time until the bot has come to rest."""

from bot.demo.workspace import View
from dialogs.say import Say
from tests.conversations.seen import expect_anything
from tests.conversations.stage import Stage

COMMAND = "/zorgsignaal"


def screen(stage: Stage, name: str) -> View:
    """The modal in front of somebody."""
    found = stage.person(name).modal()
    assert found is not None
    return found


def reads(stage: Stage, name: str, *expected: str | Say) -> bool:
    """Whether all of this stands on somebody's modal: keys, texts with places, or bare words."""
    text = "\n".join(screen(stage, name).shown)
    return all(_words(stage, one) in text for one in expected)


def _words(stage: Stage, one: str | Say) -> str:
    return stage.texts.of(one) if isinstance(one, Say) else stage.texts.entries.get(one, one)


def actions(stage: Stage, name: str) -> set[str]:
    """What the buttons of somebody's modal are for."""
    rows = (one["elements"] for one in screen(stage, name).blocks if one["type"] == "actions")
    return {button["action_id"] for row in rows for button in row}


async def press(stage: Stage, name: str, action: str) -> None:
    """Press a button on the open modal, or of the newest message that has it."""
    told = await stage.person(name).click(action)
    await stage.settled()

    assert told.ok


async def press_first(stage: Stage, name: str, action: str) -> None:
    """The same where it stands more than once: what waits stands above what can be begun."""
    rows = (one["elements"] for one in screen(stage, name).blocks if one["type"] == "actions")
    values = (button["value"] for row in rows for button in row if button["action_id"] == action)
    await stage.person(name).click(action, value=str(next(values)))
    await stage.settled()


async def by_menu(stage: Stage, menu: str, action: str, name: str = "maria") -> None:
    """What stands in a menu of the case, which may be open already, at the menu or before it."""
    if stage.person(name).modal() is None:
        await press(stage, name, "open")
    if menu in actions(stage, name):
        await press(stage, name, menu)
    await press_first(stage, name, action)


async def send(stage: Stage, name: str, **fields: str) -> None:
    """Fill in the open form and send it."""
    person = stage.person(name)
    await person.fill(fields)
    told = await person.submit()
    await stage.settled()

    assert told.ok, told


async def leave(stage: Stage, name: str) -> None:
    await stage.person(name).close(everything=True)
    await stage.settled()


async def tell(stage: Stage, name: str = "sam", **fields: str) -> None:
    """Send a signal and leave; what it leads to is seen, and no longer new."""
    await raise_signal(stage, name, **fields)
    expect_anything(stage)


async def raise_signal(stage: Stage, name: str = "sam", **fields: str) -> None:
    """The same, but what it leads to is new."""
    await stage.person(name).command(COMMAND)
    await stage.settled()
    await send(stage, name, **{"text": "Iets.", **fields})
    await leave(stage, name)


async def opened(stage: Stage, name: str, action: str) -> None:
    """Somebody's newest case, and a form on top of it."""
    await press(stage, name, "open")
    await press(stage, name, action)


def sentence(stage: Stage, key: str) -> str:
    return stage.texts.entries[key]
