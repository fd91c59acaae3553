"""Details of a child in chat: what people are asked, and that nobody repeats them."""

from tests.conversations.doing import reads, screen, send, sentence, tell
from tests.conversations.marks import Mark
from tests.conversations.seen import Note, answer, expect, reply, root
from tests.conversations.stage import Stage
from tests.conversations.stored import counts, holding

SAFELY = "tell_safely"
MOVED = Note(("chat.moved",))


async def test_a_message_of_ones_own_is_told_safely(stage: Stage) -> None:
    """Its words stand in the form, nothing is kept before it is sent, and the message must go."""
    sam = stage.person("sam")
    typed = await sam.say(Mark.TYPED)
    await stage.settled()
    expect(stage, sam=[Note(("chat.typed", "chat.typed2"))])
    await sam.shortcut(SAFELY, message=typed)
    await stage.settled()

    assert screen(stage, "sam").value("text") == Mark.TYPED
    expect(stage, sam=[MOVED])
    assert list(holding(stage.folder, Mark.TYPED)) == []

    await send(stage, "sam")

    expect(stage, sam=[root("kept")], maria=[root("today")])


async def test_the_same_from_a_channel(stage: Stage) -> None:
    """Also words that stand where others read along, and there nothing is answered."""
    sam = stage.person("sam")
    typed = await sam.mention(Mark.TYPED)
    await stage.settled()
    expect(stage, sam=[Note(("chat.mention",))])
    await sam.shortcut(SAFELY, message=typed)
    await stage.settled()

    assert screen(stage, "sam").value("text") == Mark.TYPED
    expect(stage, sam=[MOVED])


async def test_a_message_of_somebody_else_is_not_taken(stage: Stage) -> None:
    """Its words are not put in one's own mouth: the form is empty."""
    typed = await stage.person("mees").mention(Mark.TYPED)
    await stage.settled()
    expect(stage, mees=[Note(("chat.mention",))])
    await stage.person("sam").shortcut(SAFELY, message=typed)
    await stage.settled()

    assert screen(stage, "sam").value("text") in (None, "")
    expect(stage)


async def test_a_mention_with_details(stage: Stage) -> None:
    """Only who wrote it gets a hint, with a button; not a word of it is quoted or kept."""
    sam = stage.person("sam")
    await sam.mention(f"@Wegwijzer {Mark.TYPED}")
    await stage.settled()
    (whispered,) = sam.ephemerals()

    expect(stage, sam=[Note(("chat.mention",))])
    assert whispered.buttons == [sentence(stage, "chat.button")]
    assert list(holding(stage.folder, Mark.TYPED)) == []
    assert all(Mark.TYPED not in str(call.args) for call in stage.workspace.log)

    await sam.click("new_signal")
    await stage.settled()

    assert reads(stage, "sam", "sig.calm")


async def test_a_mention_where_the_bot_cannot_whisper(stage: Stage) -> None:
    """Then the hint comes in the private chat."""
    stage.workspace.faults.fail("chat.postEphemeral")
    await stage.person("sam").mention(Mark.TYPED)
    await stage.settled()

    assert stage.person("sam").ephemerals() == []
    expect(stage, sam=[Note(("chat.mention",))])


async def test_a_typed_answer_that_stays_is_asked_about_once(stage: Stage) -> None:
    """A day later, in the slot for nudges, its author is asked to remove it; not a second time."""
    await tell(stage)
    maria = stage.person("maria")
    await maria.say(Mark.TYPED, thread_ts=stage.roots["maria"])
    await stage.settled()
    expect(stage, sam=[reply("new")], maria=[answer("chat.collected")])
    await stage.on_school_day(1, 10, 0)
    before = [one for one in maria.thread(stage.roots["maria"]) if "nog tekst" in one.text]
    await stage.on_school_day(1)
    await stage.on_school_day(1)
    after = [one for one in maria.thread(stage.roots["maria"]) if "nog tekst" in one.text]

    assert (len(before), len(after)) == (0, 1)
    assert after[0].text == sentence(stage, "chat.still_there")


async def test_a_typed_answer_that_is_removed_is_not_asked_about(stage: Stage) -> None:
    """Who removed it hears nothing more of it."""
    await tell(stage)
    maria = stage.person("maria")
    typed = await maria.say(Mark.TYPED, thread_ts=stage.roots["maria"])
    await stage.settled()
    await maria.delete(typed)
    await stage.settled()
    await stage.on_school_day(1)
    asked = [one for one in maria.thread(stage.roots["maria"]) if "nog tekst" in one.text]

    assert asked == []
    assert counts(stage.folder)["typed_message"] == 1


async def test_a_shortcut_that_comes_too_late(stage: Stage) -> None:
    """The words are kept for a day, and the message with the button leads to them."""
    sam = stage.person("sam")
    typed = await sam.say(Mark.TYPED)
    await stage.settled()
    stage.workspace.faults.fail("views.open")
    await sam.shortcut(SAFELY, message=typed)
    await stage.settled()
    await sam.click("new_signal")
    await stage.settled()

    assert screen(stage, "sam").value("text") == Mark.TYPED
