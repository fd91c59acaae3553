"""A signal that stops early: danger, a colleague, somebody we do not know, nobody to send it to."""

from pathlib import Path

from dialogs.say import say
from tests.conversations.doing import COMMAND, leave, press, reads, screen, send, sentence, tell
from tests.conversations.installing import LONG
from tests.conversations.marks import Mark
from tests.conversations.schools import two_schools, without
from tests.conversations.seen import expect, root, urgent
from tests.conversations.stage import Stage, staged
from tests.conversations.stored import counts, everything, holding

NOTHING = {"case": 0, "case_event": 0, "draft": 0, "outbox": 0, "typed_message": 0}
CALL = {"name": "Maria Veldmuis", "phone": "020-0000000"}


def kept(stage: Stage) -> dict[str, int]:
    return {name: n for name, n in counts(stage.folder).items() if name in NOTHING}


async def test_danger_comes_first(stage: Stage) -> None:
    """112 and Veilig Thuis stand on the screen before anything at all is stored."""
    sam = stage.person("sam")
    await sam.command(COMMAND)
    await stage.settled()
    choosing = stage.soon(sam.pick("urgency", "now"))
    danger = sentence(stage, "sig.now.title")
    await stage.workspace.until(lambda: screen(stage, "sam").title == danger, LONG)

    assert kept(stage) == NOTHING
    assert reads(stage, "sam", "sig.now.head", "sig.now.body", "sig.now.advice")
    assert "112" in screen(stage, "sam").shown[0]

    await choosing


async def test_danger_does_not_keep_anybody_from_sending(stage: Stage) -> None:
    """What was typed stays; sent, it reaches the IB'er and the deputy now, also during lessons."""
    sam = stage.person("sam")
    await stage.at(stage.clock().date(), 10)
    await sam.command(COMMAND)
    await stage.settled()
    await sam.fill(text=Mark.SIGNAL)
    await sam.pick("urgency", "now")
    await stage.settled()
    await press(stage, "sam", "called")

    assert reads(stage, "sam", "sig.called")
    assert screen(stage, "sam").value("text") == Mark.SIGNAL
    assert screen(stage, "sam").value("urgency") == "now"

    await send(stage, "sam")
    expect(stage, sam=[root("kept")], maria=[urgent("now")], amir=[urgent("now")])


async def test_about_a_colleague(stage: Stage) -> None:
    """Another route is shown and whom to call; nothing stays of what was typed, also no draft."""
    sam = stage.person("sam")
    await sam.command(COMMAND, Mark.COMMAND)
    await stage.settled()
    await sam.fill(text=Mark.SIGNAL)
    await stage.settled()
    await press(stage, "sam", "colleague")

    call = say("col.board.call", contact=stage.bot.tools.policy.board_contact)
    assert reads(stage, "sam", "col.body", "col.nothing", call)
    assert kept(stage) == NOTHING

    await leave(stage, "sam")

    assert kept(stage) == NOTHING
    assert list(holding(stage.folder, Mark.SIGNAL)) == []
    expect(stage)


async def test_about_a_colleague_the_store_is_as_it_was(stage: Stage) -> None:
    """Of somebody who opens that route no table holds a trace: no row more, no row changed (R5)."""
    await stage.person("sam").open_home()
    await stage.settled()
    before = everything(stage.folder)
    await stage.person("sam").command(COMMAND, Mark.COMMAND)
    await stage.settled()
    await stage.person("sam").fill(text=Mark.SIGNAL)
    await stage.settled()
    await press(stage, "sam", "colleague")
    await leave(stage, "sam")

    assert everything(stage.folder) == before


async def test_a_stranger(tmp_path: Path) -> None:
    """Who is not in the organisation file gets a friendly no and whom to call; nothing is kept."""
    async with staged(tmp_path, strangers=("vreemd",)) as stage:
        await stage.person("vreemd").command(COMMAND, Mark.COMMAND)
        await stage.settled()

        assert reads(stage, "vreemd", "err.stranger", say("err.stranger.call", **CALL))
        assert screen(stage, "vreemd").submit is None

        await leave(stage, "vreemd")
        await stage.person("vreemd").say(Mark.TYPED)
        await stage.person("vreemd").open_home()
        await stage.settled()
        home = stage.person("vreemd").home()

        assert home is not None
        assert sentence(stage, "err.stranger") in home.shown
        assert kept(stage) == NOTHING
        expect(stage)


async def test_somebody_who_left_the_school(stage: Stage) -> None:
    """Taken out of the organisation file, somebody is a stranger, also to an account we knew."""
    await tell(stage, "mees")
    await stage.apply(without("mees"))
    await stage.person("mees").command(COMMAND)
    await stage.settled()

    assert reads(stage, "mees", "err.stranger")


async def test_a_school_without_intern_begeleider(tmp_path: Path) -> None:
    """With nobody to send it to, the teacher is told whom to call, before typing and after."""
    async with staged(tmp_path, without("maria", "amir")) as stage:
        await stage.person("sam").command(COMMAND)
        await stage.settled()

        assert reads(stage, "sam", "err.noib", say("err.noib.call", **CALL))
        assert kept(stage) == NOTHING
        expect(stage)


async def test_a_teacher_at_two_schools(tmp_path: Path) -> None:
    """She says at which school it is; only that school's IB'er hears of it."""
    async with staged(tmp_path, two_schools()) as stage:
        sam = stage.person("sam")
        await sam.command(COMMAND, Mark.COMMAND)
        await stage.settled()

        assert screen(stage, "sam").value("text") == Mark.COMMAND

        missing = await sam.submit()
        assert set(missing.errors) == {"school"}

        await sam.pick("school", "De Verzonnen Zonnehof")
        await send(stage, "sam")
        expect(stage, sam=[root("kept")], vera=[root("today")])


async def test_help(stage: Stage) -> None:
    """`/zorgsignaal help` answers privately, with the danger line on top, and opens nothing."""
    told = await stage.person("sam").command(COMMAND, " Help ")

    assert told.text.splitlines()[0] == sentence(stage, "home.danger")
    assert sentence(stage, "help.1") in told.text
    assert stage.person("sam").modal() is None
    assert [one.text for one in stage.person("sam").ephemerals()] == [told.text]
