"""Several teachers tell about one child, and know nothing of each other (protocol, step 1)."""

from dialogs.code import shown
from tests.conversations.doing import actions, leave, press, reads, screen, send, tell
from tests.conversations.marks import Mark
from tests.conversations.seen import expect
from tests.conversations.stage import Stage


async def two_tell(stage: Stage) -> str:
    """Sam and Mees, about a child that they call by different names; the code of Sam's."""
    await tell(stage, "sam", text=Mark.SIGNAL, child="Kim Zandwijk")
    await tell(stage, "mees", text=Mark.OBSERVATION, child="kim")
    (case,) = await stage.told_by("sam")
    return shown(case.code)


async def bring_together(stage: Stage, code: str) -> None:
    """Maria opens what is newest, that of Mees, and finds the other there."""
    await press(stage, "maria", "open")

    assert reads(stage, "maria", "case.alike", Mark.OBSERVATION)
    assert not reads(stage, "maria", Mark.SIGNAL)

    await press(stage, "maria", "beside")

    assert reads(stage, "maria", "beside.alike", f"Open {code}")

    await press(stage, "maria", "link")

    assert screen(stage, "maria").value("code") == code

    await send(stage, "maria", kind="same_child")


async def test_the_intern_begeleider_brings_them_together(stage: Stage) -> None:
    """She reads both in one chronology; nobody hears of it, and each teacher has only her own."""
    await bring_together(stage, await two_tell(stage))
    await press(stage, "maria", "joined")

    assert reads(stage, "maria", Mark.SIGNAL, Mark.OBSERVATION, "joined.note")
    expect(stage)

    for name, own, foreign in (
        ("sam", Mark.SIGNAL, Mark.OBSERVATION),
        ("mees", Mark.OBSERVATION, Mark.SIGNAL),
    ):
        await press(stage, name, "open")

        assert reads(stage, name, own)
        assert not reads(stage, name, foreign)
        assert {"joined", "beside"} & actions(stage, name) == set()
        assert not reads(stage, name, "case.alike")

        await leave(stage, name)


async def test_looking_up_before_asking(stage: Stage) -> None:
    """From Home the intern begeleider finds by a name what goes on, and opens it."""
    code = await two_tell(stage)
    await stage.person("maria").open_home()
    await stage.settled()
    await press(stage, "maria", "search")
    await send(stage, "maria", text="Zandwijk")

    assert reads(stage, "maria", code)
    assert not reads(stage, "maria", "Zandwijk")

    await press(stage, "maria", "open")

    assert reads(stage, "maria", Mark.SIGNAL)
