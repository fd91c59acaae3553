"""After the end: the case is held, the mother asks to see it, and erasing is called off."""

from tests.conversations.doing import leave, press, press_first, reads, send
from tests.conversations.marks import Mark
from tests.conversations.seen import expect, reply
from tests.conversations.stage import Stage


async def it_is_held_and_let_go(stage: Stage) -> None:
    await _keeping(stage)
    await press(stage, "maria", "hold")
    await send(stage, "maria", reason="complaint", words=Mark.HOLD)
    await press(stage, "maria", "lift")
    await send(stage, "maria", reason=Mark.LIFT)

    assert not reads(stage, "maria", "lift.button")
    await leave(stage, "maria")
    await press(stage, "maria", "open")

    assert reads(stage, "maria", Mark.HOLD, Mark.LIFT)
    await leave(stage, "maria")
    expect(stage)


async def the_mother_asks_to_see_it(stage: Stage) -> None:
    """Iris hears of it; the copy is looked through, decided on, and looked at together."""
    await _keeping(stage)
    await press(stage, "maria", "request")
    await send(
        stage,
        "maria",
        kind="inspection",
        requester="parent",
        who=Mark.ASKED_BY,
        channel="letter",
        words=Mark.ASKED,
    )
    expect(stage, iris=[reply("new")])
    await press(stage, "maria", "asked")

    assert reads(stage, "maria", Mark.ASKED_BY, Mark.ASKED)

    await press(stage, "maria", "veil")
    await send(stage, "maria", names=Mark.VEILED, reason=Mark.VEIL)
    await press(stage, "maria", "copy")

    assert reads(stage, "maria", "copy.note", "facts.seen")
    assert not reads(stage, "maria", Mark.OPINION)

    await press(stage, "maria", "asked")
    await press(stage, "maria", "verdict")
    await send(stage, "maria", verdict="part", ground="others", decider="iris", reason=Mark.VERDICT)
    await press(stage, "maria", "given")
    await send(stage, "maria", how="shown", checked_by="iris", words=Mark.GIVEN)
    await leave(stage, "maria")
    await press(stage, "maria", "open")

    assert reads(stage, "maria", Mark.VEILED, Mark.VEIL, Mark.VERDICT, Mark.GIVEN)
    await leave(stage, "maria")
    expect(stage)


async def erasing_is_called_off(stage: Stage) -> None:
    """It was asked for and granted; before the second step somebody thinks better of it."""
    await _keeping(stage)
    await press(stage, "maria", "request")
    await send(
        stage,
        "maria",
        kind="erasure",
        requester="former",
        who=Mark.ASKED_BY,
        channel="in_person",
    )
    expect(stage, iris=[reply("new")])
    await press_first(stage, "maria", "asked")
    await press(stage, "maria", "verdict")
    await send(stage, "maria", verdict="whole", decider="iris")
    await press(stage, "maria", "keeping")
    await press(stage, "maria", "erase")
    await send(stage, "maria", ground="request", decider="iris", reason=Mark.ERASE)
    await press(stage, "maria", "erase_now")

    assert reads(stage, "maria", "erase_now.stays", "erase_now.sure")

    await stage.person("maria").close()
    await press(stage, "maria", "call_off")
    await send(stage, "maria", reason=Mark.CALL_OFF)
    await leave(stage, "maria")
    await press(stage, "maria", "open")

    assert reads(stage, "maria", Mark.ERASE, Mark.CALL_OFF)
    await leave(stage, "maria")
    expect(stage)


async def _keeping(stage: Stage) -> None:
    await press(stage, "maria", "open")
    await press(stage, "maria", "keeping")
