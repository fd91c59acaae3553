"""The story of what not all of the care team reads, and of opening it in an emergency."""

from tests.conversations.doing import by_menu, leave, press, reads, send
from tests.conversations.marks import Mark
from tests.conversations.seen import expect, reply
from tests.conversations.stage import Stage


async def something_is_confidential(stage: Stage) -> None:
    """Amir sees that there is something; he opens it in an emergency, and Iris hears of it."""
    await by_menu(stage, "menu_circle", "confidential")
    await send(stage, "maria", text=Mark.CONFIDENTIAL)

    assert reads(stage, "maria", Mark.CONFIDENTIAL)
    await leave(stage, "maria")
    expect(stage)

    await press(stage, "amir", "open")

    assert not reads(stage, "amir", Mark.CONFIDENTIAL)
    await press(stage, "amir", "menu_circle")
    await press(stage, "amir", "glass")
    await send(stage, "amir", reason=Mark.GLASS)

    assert reads(stage, "amir", Mark.CONFIDENTIAL, Mark.GLASS)
    await leave(stage, "amir")
    expect(stage, iris=[reply("today")], maria=[reply("today")])


async def the_director_opens_it_by_its_code(stage: Stage) -> None:
    """Bas was told the code by Sam; he reads it today, and those who must know hear that."""
    (case, *_) = await stage.told_by("sam")
    await stage.person("bas").open_home()
    await stage.settled()
    await press(stage, "bas", "emergency")
    await send(stage, "bas", code=case.code, reason=Mark.EMERGENCY)

    assert reads(stage, "bas", Mark.SIGNAL, "emergency.open")
    assert not reads(stage, "bas", Mark.CONFIDENTIAL)
    await leave(stage, "bas")
    expect(stage, iris=[reply("today")], maria=[reply("today")])

    await press(stage, "maria", "open")

    assert reads(stage, "maria", Mark.EMERGENCY)
    await leave(stage, "maria")
