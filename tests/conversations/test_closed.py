"""Buttons and forms about a case that has ended, was taken back, or changed meanwhile."""

from tests.conversations.doing import (
    actions,
    leave,
    opened,
    press,
    reads,
    screen,
    send,
    sentence,
    tell,
)
from tests.conversations.marks import Mark
from tests.conversations.seen import expect, expect_anything, reply
from tests.conversations.stage import Stage
from tests.conversations.stored import counts, outbox


async def closed(stage: Stage) -> None:
    await opened(stage, "maria", "close")
    await send(stage, "maria", grounds="resolved", reason="Goed genoeg.")
    await leave(stage, "maria")
    expect_anything(stage)


async def test_a_form_about_a_case_that_was_closed_meanwhile(stage: Stage) -> None:
    """The form stays with what was typed, and says that it is closed; nothing is stored."""
    await tell(stage)
    await opened(stage, "sam", "add")
    await stage.person("sam").fill(text=Mark.OBSERVATION)
    await closed(stage)
    before = counts(stage.folder)
    refused = await stage.person("sam").submit()

    assert refused.errors == {"text": sentence(stage, "err.closed")}
    assert screen(stage, "sam").value("text") == Mark.OBSERVATION
    assert counts(stage.folder) == before
    expect(stage)


async def test_a_button_about_a_case_that_was_closed_meanwhile(stage: Stage) -> None:
    """The button leads to a screen that says so, with the way to tell something new."""
    await tell(stage)
    await opened(stage, "maria", "following")
    await send(stage, "maria", rhythm="5")
    await leave(stage, "maria")
    await press(stage, "sam", "open")
    await closed(stage)
    await press(stage, "sam", "better")

    assert reads(stage, "sam", "err.closed")
    assert "new_signal" in actions(stage, "sam")
    expect(stage)


async def test_typing_in_the_thread_of_a_closed_case(stage: Stage) -> None:
    """It is not kept, that is said without saying why, and its words are nowhere."""
    await tell(stage)
    await closed(stage)
    before = counts(stage.folder)["case_event"]
    await stage.person("sam").say(Mark.TYPED, thread_ts=stage.roots["sam"])
    await stage.settled()
    (told,) = stage.person("sam").thread(stage.roots["sam"])[-1:]

    assert told.text.startswith(sentence(stage, "chat.ended"))
    assert counts(stage.folder)["case_event"] == before


async def test_a_signal_taken_back_in_time(stage: Stage) -> None:
    """Unread, it is taken back by one press; the IB'er's envelope then leads to nothing."""
    await tell(stage)
    await opened(stage, "sam", "withdraw")

    assert reads(stage, "sam", "st.withdrawn", "rsr.withdrawn")
    expect(stage)

    await press(stage, "maria", "open")

    assert reads(stage, "maria", "err.access")
    assert Mark.SIGNAL not in str(screen(stage, "maria").blocks)


async def test_a_signal_taken_back_before_the_envelope_left(stage: Stage) -> None:
    """During lessons the envelope waits; taken back before the break, it never comes."""
    await stage.at(stage.clock().date(), 10)
    await tell(stage)
    await opened(stage, "sam", "withdraw")
    await leave(stage, "sam")
    await stage.at(stage.clock().date(), 12, 5)

    expect(stage)
    assert [(who, state) for who, state, _ in outbox(stage.folder)] == [
        ("maria", "dropped"),
        ("sam", "sent"),
    ]


async def test_a_signal_that_was_read_cannot_be_taken_back(stage: Stage) -> None:
    """An old button says to ask the IB'er; a new screen has no such button any more."""
    await tell(stage)
    await press(stage, "sam", "open")
    await press(stage, "maria", "open")
    await press(stage, "sam", "withdraw")

    assert reads(stage, "sam", "err.withdraw")

    await leave(stage, "sam")
    await press(stage, "sam", "open")

    assert "withdraw" not in actions(stage, "sam")
    expect(stage)


async def test_two_people_take_it(stage: Stage) -> None:
    """Whoever comes last holds it; the teacher hears of each."""
    await tell(stage)
    await stage.person("amir").open_home()
    await stage.person("amir").click("open", home=True)
    await stage.settled()
    await opened(stage, "maria", "take")
    expect(stage, sam=[reply("new")])
    await press(stage, "amir", "take")
    expect(stage, sam=[reply("new")])
    await leave(stage, "maria")

    (case,) = await stage.told_by("sam")
    assert case.holder == "amir"
