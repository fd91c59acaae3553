"""The story of who reads along for a while: what is shared, what they write, and the last day."""

from tests.conversations.doing import by_menu, leave, press, reads, send
from tests.conversations.marks import Mark
from tests.conversations.seen import expect, reply, root
from tests.conversations.stage import Stage


async def the_director_reads_along(stage: Stage) -> None:
    """Bas reads what Maria chose and writes back; when it is arranged she stops it."""
    await by_menu(stage, "menu_circle", "invite")
    await send(
        stage,
        "maria",
        person="bas",
        words=Mark.GUEST,
        child=Mark.GUEST_NAME,
        reason=Mark.GUEST_WHY,
        parents_know="no",
        because=Mark.GUEST_UNTOLD,
    )

    assert reads(stage, "maria", Mark.GUEST, Mark.GUEST_WHY)
    await leave(stage, "maria")
    expect(stage, bas=[root("new")])

    await press(stage, "bas", "open")

    assert reads(stage, "bas", Mark.GUEST, Mark.GUEST_NAME)
    assert not any(reads(stage, "bas", one) for one in (Mark.SIGNAL, Mark.GUEST_WHY))
    await press(stage, "bas", "answer")
    await send(stage, "bas", text=Mark.GUEST_WROTE)
    await leave(stage, "bas")
    expect(stage, maria=[reply("new")])

    await by_menu(stage, "menu_circle", "uninvite")
    await send(stage, "maria", person="bas", reason=Mark.GUEST_STOP)

    assert reads(stage, "maria", Mark.GUEST_WROTE, Mark.GUEST_STOP)
    await leave(stage, "maria")
    await press(stage, "bas", "open")

    assert reads(stage, "bas", "err.access")
    await leave(stage, "bas")
    expect(stage)
