"""Hiding a screen, and reading once how this is used."""

from tests.conversations.doing import (
    COMMAND,
    actions,
    leave,
    press,
    reads,
    screen,
    send,
    sentence,
    tell,
)
from tests.conversations.marks import Mark
from tests.conversations.stage import Stage
from tests.storage.watching import statements


async def home_actions(stage: Stage, name: str) -> set[str]:
    await stage.person(name).open_home()
    await stage.settled()
    home = stage.person(name).home()
    assert home is not None
    rows = (one["elements"] for one in home.blocks if one["type"] == "actions")
    return {button["action_id"] for row in rows for button in row}


async def test_somebody_looks_along(stage: Stage) -> None:
    """One tap and the case is off the screen; one more and it is there again."""
    await tell(stage, text=Mark.SIGNAL, child=Mark.CHILD)
    await press(stage, "maria", "open")
    await press(stage, "maria", "hide")
    shown = "\n".join(screen(stage, "maria").shown)

    assert reads(stage, "maria", "hide.body")
    assert [mark for mark in (Mark.SIGNAL, Mark.CHILD) if mark in shown] == []
    assert screen(stage, "maria").title == sentence(stage, "home.t.title")

    await press(stage, "maria", "open")

    assert reads(stage, "maria", Mark.SIGNAL)
    assert len(stage.person("maria").open_views()) == 1


async def test_hiding_needs_no_store(stage: Stage) -> None:
    """It works while the store is busy: nothing is asked of it, and one call does it."""
    await tell(stage, text=Mark.SIGNAL)
    await press(stage, "maria", "open")
    calls = len(stage.workspace.log)
    with statements() as executed:
        await press(stage, "maria", "hide")

    assert executed == []
    assert [call.method for call in list(stage.workspace.log)[calls:]] == ["views.update"]


async def test_how_this_is_used_is_read_once(stage: Stage) -> None:
    """It stands on Home until "Begrepen"; somebody else still has it to read."""
    assert "understood" in await home_actions(stage, "sam")

    await press(stage, "sam", "understood")

    assert "understood" not in await home_actions(stage, "sam")
    assert "understood" in await home_actions(stage, "mees")


async def test_a_signal_does_not_wait_for_it(stage: Stage) -> None:
    """Who has never seen Home tells what she saw and is asked for nothing first."""
    await stage.person("sam").command(COMMAND)
    await stage.settled()

    assert "understood" not in actions(stage, "sam")

    await send(stage, "sam", text=Mark.SIGNAL)

    assert screen(stage, "sam").callback_id == "sent"
    await leave(stage, "sam")
