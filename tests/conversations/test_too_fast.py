"""What somebody sees who goes faster than hands can go."""

from pathlib import Path

from bot.slack.pace import Allowance
from tests.conversations.doing import COMMAND, press, reads, screen
from tests.conversations.stage import staged
from tests.conversations.stored import counts


async def test_faster_than_hands_can_go(tmp_path: Path) -> None:
    """A sentence says what to do; what stood in the form stays, and nothing was done."""
    async with staged(tmp_path, hands=Allowance(2, 0)) as stage:
        sam = stage.person("sam")
        await sam.command(COMMAND)
        await stage.settled()
        await sam.fill({"text": "Iets."})
        await sam.submit()
        await stage.settled()
        sent = counts(stage.folder)["case"]
        told = await sam.command(COMMAND)

        assert sent == 1
        assert told.text == stage.texts.entries["err.fast"]

        maria = stage.person("maria")
        await maria.command(COMMAND)
        await stage.settled()
        await maria.fill({"text": "Nog iets."})
        await press(stage, "maria", "colleague")
        await maria.close()
        refused = await maria.submit()

        assert refused.errors
        assert screen(stage, "maria").value("text") == "Nog iets."
        assert counts(stage.folder)["case"] == sent

        await press(stage, "maria", "colleague")

        assert reads(stage, "maria", "err.fast", "home.danger")
