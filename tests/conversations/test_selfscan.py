"""The self-scan on the real bot: silent while chat is clean, and a count when something leaked."""

from bot.demo.workspace import Message
from bot.selfscan.scan import Result
from dialogs.say import say
from tests.conversations.doing import opened, press, reads, send, tell
from tests.conversations.marks import Mark
from tests.conversations.stage import Stage
from tests.conversations.stored import holding

CHILD = "Kim Zomer"
WORDS = "Ze durft na het zwemmen niet naar huis"


async def _played(stage: Stage) -> None:
    """A signal with a child's name, an answer, and one typed in the thread."""
    await tell(stage, text=f"{Mark.SIGNAL}. {WORDS}.", child=CHILD)
    await opened(stage, "maria", "answer")
    await send(stage, "maria", text=Mark.ANSWER)
    await stage.person("maria").close(everything=True)
    await stage.person("maria").say(f"{Mark.TYPED} {CHILD}", thread_ts=stage.roots["maria"])
    await stage.settled()


def leak(stage: Stage, name: str, text: str, thread: str | None = None) -> None:
    """A message of the bot's own that came past the gate, and past the judge of these tests."""
    person = stage.person(name)
    state = person.desk.state
    message = Message(
        ts=state.times.next(),
        channel=person.dm,
        user=state.identity.bot_user_id,
        text=text,
        bot=True,
        thread_ts=thread,
    )
    person.desk.post(message)


async def _scan(stage: Stage) -> Result:
    return await stage.bot.scanner.scan()


async def test_clean_chat_is_silent(stage: Stage) -> None:
    """All was read back, threads too, nothing was found, and nobody is bothered."""
    await _played(stage)
    await stage.on_school_day(1, 7, 45)
    found = await _scan(stage)

    assert found == Result(read=found.read)
    assert found.read > 4
    assert stage.person("bas").messages() == []


async def test_what_leaked_is_counted(stage: Stage) -> None:
    """A name, a piece of a text in a thread, both, and words of nobody: each in its own count."""
    await _played(stage)
    leak(stage, "sam", "Er is nieuws over Kim.")
    leak(stage, "maria", f"Lees: {WORDS.lower()}", stage.roots["maria"])
    leak(stage, "maria", f"{CHILD}: {WORDS}")
    leak(stage, "sam", "Vergadering verplaatst")
    found = await _scan(stage)

    assert (found.strange, found.named, found.quoted) == (4, 2, 2)


async def test_the_privacy_officer_hears_how_many(stage: Stage) -> None:
    """A neutral envelope; behind it numbers, and not one word of what leaked."""
    await _played(stage)
    leak(stage, "sam", f"Er is nieuws over {CHILD}.")
    await stage.on_school_day(1, 7, 45)
    await stage.on_school_day(0, 7, 50)
    bas = stage.person("bas")

    assert [one.text.splitlines()[0] for one in bas.messages()] == [
        stage.texts.entries["push.today"]
    ]

    await press(stage, "bas", "selfscan")

    assert reads(stage, "bas", say("scan.strange", n=1), say("scan.named", n=1), "scan.next")
    assert not reads(stage, "bas", "Kim")
    assert list(holding(stage.folder, CHILD)) == []
