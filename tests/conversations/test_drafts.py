"""What is typed in a signal is kept for a day, for this person only."""

from tests.conversations.doing import COMMAND, leave, screen, send
from tests.conversations.marks import Mark
from tests.conversations.stage import Stage
from tests.conversations.stored import counts, holding


async def begin(stage: Stage, name: str = "sam", typed: str = "") -> str:
    """Open the form; what it starts with."""
    await stage.person(name).command(COMMAND, typed)
    await stage.settled()
    return str(screen(stage, name).value("text"))


async def test_a_form_closed_half_way(stage: Stage) -> None:
    """The next form starts with everything that was filled in; a colleague's form does not."""
    sam = stage.person("sam")
    await begin(stage)
    await sam.fill(text=Mark.SIGNAL, child=Mark.CHILD)
    await sam.pick("urgency", "week")
    await sam.pick("parents", "unsafe")
    await sam.close()
    await stage.settled()

    assert await begin(stage) == Mark.SIGNAL
    form = screen(stage, "sam")
    assert [form.value(name) for name in ("child", "urgency", "parents")] == [
        Mark.CHILD,
        "week",
        "unsafe",
    ]
    assert await begin(stage, "mees") == ""
    assert list(holding(stage.folder, Mark.SIGNAL)) == []


async def test_a_form_that_vanished(stage: Stage) -> None:
    """A phone that dies tells nothing, but every change was kept."""
    await begin(stage)
    await stage.person("sam").fill(text=Mark.SIGNAL)
    await stage.settled()
    stage.person("sam").open_views().clear()

    assert await begin(stage) == Mark.SIGNAL


async def test_words_that_come_with_the_command(stage: Stage) -> None:
    """They follow what the draft held; neither is lost."""
    await begin(stage)
    await stage.person("sam").fill(text=Mark.SIGNAL)
    await leave(stage, "sam")

    assert await begin(stage, typed=Mark.COMMAND) == f"{Mark.SIGNAL}\n{Mark.COMMAND}"


async def test_after_a_day(stage: Stage) -> None:
    """24 hours later the draft is gone, from the store too."""
    await begin(stage)
    await stage.person("sam").fill(text=Mark.SIGNAL)
    await leave(stage, "sam")
    stage.clock.later(seconds=24 * 3600 - 60)
    still = await begin(stage)
    await leave(stage, "sam")
    stage.clock.later(seconds=24 * 3600)
    await stage.bot.turn()

    assert (still, counts(stage.folder)["draft"]) == (Mark.SIGNAL, 0)
    assert await begin(stage) == ""


async def test_after_sending(stage: Stage) -> None:
    """What was sent is no draft any more."""
    await begin(stage)
    await stage.person("sam").fill(text=Mark.SIGNAL)
    await send(stage, "sam")
    await leave(stage, "sam")

    assert counts(stage.folder)["draft"] == 0
    assert await begin(stage) == ""
