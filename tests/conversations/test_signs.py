"""Reading examples of signals, beside telling."""

from tests.conversations.doing import COMMAND, press, reads, screen, send
from tests.conversations.marks import Mark
from tests.conversations.seen import expect, root
from tests.conversations.stage import Stage
from tests.conversations.stored import counts


async def test_examples_lie_over_the_form(stage: Stage) -> None:
    """Who reads them in the middle of telling finds her words again and sends them."""
    sam = stage.person("sam")
    await sam.command(COMMAND)
    await stage.settled()
    await sam.fill(text=Mark.SIGNAL)
    await press(stage, "sam", "signs")

    assert reads(stage, "sam", "signs.caveat", "signs.small.list", "signs.unconfirmed")
    assert "input" not in {block["type"] for block in screen(stage, "sam").blocks}

    await sam.close()
    await stage.settled()

    assert screen(stage, "sam").value("text") == Mark.SIGNAL
    await send(stage, "sam")
    expect(stage, sam=[root("kept")], maria=[root("today")])


async def test_reading_examples_and_leaving_loses_nothing(stage: Stage) -> None:
    """Everything closed at once, the words are there the next time; reading makes no case."""
    sam = stage.person("sam")
    await sam.command(COMMAND)
    await stage.settled()
    await sam.fill(text=Mark.SIGNAL)
    await press(stage, "sam", "signs")
    await sam.close(everything=True)
    await stage.settled()
    await sam.command(COMMAND)
    await stage.settled()

    assert screen(stage, "sam").value("text") == Mark.SIGNAL
    assert counts(stage.folder)["case"] == 0


async def test_examples_from_home(stage: Stage) -> None:
    """They can be read before there is anything to tell."""
    await stage.person("mees").open_home()
    await stage.settled()
    await press(stage, "mees", "signs")

    assert reads(stage, "mees", "signs.body.list", "home.danger")
    expect(stage)
