"""What people type in the chat with the bot."""

from pathlib import Path

from tests.conversations.doing import leave, press, reads, sentence, tell
from tests.conversations.marks import Mark
from tests.conversations.seen import Note, answer, expect, reply
from tests.conversations.stage import Stage, staged
from tests.conversations.stored import counts, holding


async def test_typing_outside_a_thread(stage: Stage) -> None:
    """It is not kept, in no file at all, and a button shows the safe way."""
    sam = stage.person("sam")
    await sam.say(Mark.TYPED)
    await stage.settled()

    expect(stage, sam=[Note(("chat.typed", "chat.typed2"))])
    assert sam.messages()[-1].buttons == [sentence(stage, "chat.button")]
    assert counts(stage.folder)["typed_message"] == 0
    assert counts(stage.folder)["draft"] == 0
    assert list(holding(stage.folder, Mark.TYPED)) == []

    await press(stage, "sam", "new_signal")

    assert reads(stage, "sam", "sig.calm")


async def test_typing_under_another_message(stage: Stage) -> None:
    """A thread that belongs to no case keeps nothing either."""
    sam = stage.person("sam")
    first = await sam.say("Hallo")
    await stage.settled()
    await sam.say(Mark.TYPED, thread_ts=first)
    await stage.settled()

    typed = Note(("chat.typed", "chat.typed2"))
    expect(stage, sam=[typed, typed])


async def test_a_teacher_types_in_the_thread(stage: Stage) -> None:
    """Also the one who told may simply type; the IB'er hears of it."""
    await tell(stage)
    await stage.person("sam").say(Mark.TYPED, thread_ts=stage.roots["sam"])
    await stage.settled()
    expect(stage, maria=[reply("new")], sam=[answer("chat.collected")])

    await press(stage, "maria", "open")

    assert reads(stage, "maria", Mark.TYPED)
    assert not reads(stage, "maria", "chat.still")


async def test_switched_off(tmp_path: Path) -> None:
    """A school may switch typed answers off: then nothing is kept and the button is the way."""
    async with staged(tmp_path, policy={"thread_replies": False}) as stage:
        await tell(stage)
        await stage.person("maria").say(Mark.TYPED, thread_ts=stage.roots["maria"])
        await stage.settled()

        expect(stage, maria=[answer("chat.off")])
        assert counts(stage.folder)["typed_message"] == 0
        assert list(holding(stage.folder, Mark.TYPED)) == []


async def test_too_long(stage: Stage) -> None:
    """More than fits is not kept, and that is said; it does not count as still in the chat."""
    await tell(stage)
    before = counts(stage.folder)["case_event"]
    await stage.person("maria").say("x" * 3001, thread_ts=stage.roots["maria"])
    await stage.settled()

    expect(stage, maria=[answer("chat.too_long")])
    assert counts(stage.folder)["case_event"] == before


async def test_only_spaces(stage: Stage) -> None:
    """A typed answer without words adds nothing to the case."""
    await tell(stage)
    before = counts(stage.folder)["case_event"]
    await stage.person("maria").say("  ", thread_ts=stage.roots["maria"])
    await stage.settled()

    assert counts(stage.folder)["case_event"] == before


async def test_a_typed_answer_that_is_changed(stage: Stage) -> None:
    """What was taken in stays as it was; changing it in the chat tells nobody anything."""
    await tell(stage)
    typed = await stage.person("maria").say(Mark.TYPED, thread_ts=stage.roots["maria"])
    await stage.settled()
    expect(stage, sam=[reply("new")], maria=[answer("chat.collected")])
    await stage.person("maria").edit(typed, "Iets anders")
    await stage.settled()
    expect(stage)

    await press(stage, "sam", "open")

    assert reads(stage, "sam", Mark.TYPED)
    await leave(stage, "sam")


async def test_signs_that_slack_writes_otherwise(stage: Stage) -> None:
    """Slack writes <, > and & in its own way; the case shows what was typed."""
    await tell(stage)
    await stage.person("maria").say("a < b & c > d", thread_ts=stage.roots["maria"])
    await stage.settled()
    await press(stage, "sam", "open")

    assert reads(stage, "sam", "a < b & c > d")
