"""Slack that does not answer, answers late, or answers the same thing twice."""

import sqlite3
from collections.abc import Callable
from contextlib import closing

import pytest

from bot.demo.workspace.faults import Faults
from bot.service import looks
from tests.conversations.doing import (
    COMMAND,
    leave,
    opened,
    press,
    reads,
    screen,
    send,
    sentence,
    tell,
)
from tests.conversations.forging import again
from tests.conversations.installing import LONG
from tests.conversations.marks import Mark
from tests.conversations.seen import expect, reply, root
from tests.conversations.stage import Stage
from tests.conversations.stored import counts


def _cut(faults: Faults) -> None:
    faults.reset("views.open")


def _down(faults: Faults) -> None:
    faults.fail("views.open", status=503)


@pytest.mark.parametrize("happens", [_cut, _down])
async def test_the_form_cannot_be_opened(stage: Stage, happens: Callable[[Faults], None]) -> None:
    """Words typed with the command are kept, that is said, and they stand in the next form."""
    sam = stage.person("sam")
    happens(stage.workspace.faults)
    told = await sam.command(COMMAND, Mark.COMMAND)
    await stage.settled()

    assert told.text == sentence(stage, "err.saved")
    assert sam.modal() is None

    await sam.command(COMMAND)
    await stage.settled()

    assert screen(stage, "sam").value("text") == Mark.COMMAND


async def test_a_trigger_that_came_too_late(stage: Stage) -> None:
    """After three seconds Slack opens nothing: words are kept, without words one tries again."""
    sam = stage.person("sam")
    await sam.command(COMMAND, Mark.COMMAND)
    await stage.settled()
    await leave(stage, "sam")
    kept = await again(stage, "slash_commands")
    empty = await again(stage, "slash_commands", lambda payload: payload.update(text=""))

    assert kept == {"text": sentence(stage, "err.saved")}
    assert empty == {"text": sentence(stage, "err.again")}
    assert sam.modal() is None

    await sam.command(COMMAND)
    await stage.settled()

    assert Mark.COMMAND in str(screen(stage, "sam").value("text"))


async def test_danger_while_slack_is_away(stage: Stage) -> None:
    """The screen cannot change, but what was typed is kept and can be sent."""
    sam = stage.person("sam")
    await sam.command(COMMAND)
    await stage.settled()
    await sam.fill(text=Mark.SIGNAL)
    stage.workspace.faults.reset("views.update")
    chosen = await sam.pick("urgency", "now")
    await stage.settled()

    assert chosen.ok
    assert counts(stage.folder)["draft"] == 1

    await send(stage, "sam")

    assert counts(stage.folder)["case"] == 1


async def test_a_button_whose_trigger_came_too_late(stage: Stage) -> None:
    """Nothing opens and nothing is stored; the same button works when it is pressed again."""
    await tell(stage)
    stage.workspace.faults.fail("views.open", status=503)
    late = await stage.person("maria").click("open")
    await stage.settled()

    assert late.ok
    assert stage.person("maria").modal() is None

    await press(stage, "maria", "open")

    assert screen(stage, "maria").callback_id == "case"


async def test_slack_asks_to_connect_again(stage: Stage) -> None:
    """Every few hours Slack moves a connection; what happens meanwhile arrives on the new one."""
    await tell(stage)
    await stage.workspace.disconnect()
    await stage.workspace.until(lambda: stage.workspace.connected == 1, LONG)
    await opened(stage, "maria", "take")

    expect(stage, sam=[reply("new")])


async def test_a_command_in_a_channel(stage: Stage) -> None:
    """Also there the form is private, and the channel hears nothing."""
    sam = stage.person("sam")
    channel = sam.desk.state.identity.channel_id
    told = await sam.command(COMMAND, Mark.COMMAND, channel=channel)
    await stage.settled()

    assert told.text == ""
    assert screen(stage, "sam").value("text") == Mark.COMMAND
    assert stage.workspace.chat_text()["messages"] == []


async def test_a_screen_that_slack_does_not_take_at_once(stage: Stage) -> None:
    """One cut connection leaves nobody with a window that only says "a moment"."""
    await tell(stage)
    stage.workspace.faults.reset("views.update")
    await press(stage, "maria", "open")

    assert screen(stage, "maria").callback_id == "case"


async def test_a_screen_that_cannot_be_made(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """An error of ours is told to who waits for the screen, and named in the log."""

    def broken(*_: object, **__: object) -> None:
        raise KeyError(Mark.SIGNAL)

    await tell(stage)
    monkeypatch.setattr(looks, "show", broken)
    stage.failing = ["KeyError"]
    await press(stage, "maria", "open")

    assert reads(stage, "maria", "err.failed")


async def test_a_store_that_somebody_else_holds(stage: Stage) -> None:
    """The form stays with what was typed, and says that it is not kept; later it goes through."""
    sam = stage.person("sam")
    await sam.command(COMMAND)
    await stage.settled()
    await sam.fill(text=Mark.SIGNAL)
    await stage.settled()
    with closing(sqlite3.connect(stage.folder / "wegwijzer.sqlite")) as other:
        other.execute("BEGIN IMMEDIATE")
        refused = await sam.submit()

    assert refused.errors == {"text": sentence(stage, "err.notsaved")}
    assert screen(stage, "sam").value("text") == Mark.SIGNAL

    await send(stage, "sam")
    expect(stage, sam=[root("kept")], maria=[root("today")])
