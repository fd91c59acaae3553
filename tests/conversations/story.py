"""The whole story of one signal, scene by scene; each asserts all that everybody sees."""

from dialogs.code import shown
from dialogs.say import say
from tests.conversations.doing import COMMAND, leave, press, reads, screen, send
from tests.conversations.marks import Mark
from tests.conversations.seen import answer, expect, reply, root
from tests.conversations.stage import Stage


async def a_signal_is_raised(stage: Stage) -> None:
    sam = stage.person("sam")
    await sam.command(COMMAND, Mark.COMMAND)
    await stage.settled()

    assert screen(stage, "sam").value("text") == Mark.COMMAND
    assert reads(stage, "sam", "chat.args", "sig.danger")
    expect(stage)

    await send(
        stage, "sam", text=f"{Mark.COMMAND} {Mark.SIGNAL}", child=Mark.CHILD, parents="not_yet"
    )

    assert screen(stage, "sam").callback_id == "sent"
    (case,) = await stage.told_by("sam")
    assert reads(stage, "sam", "ok.next", "ok.body.day", say("ok.code", code=shown(case.code)))
    expect(stage, sam=[root("kept")], maria=[root("today")])

    await press(stage, "sam", "told")

    assert reads(stage, "sam", "ok.in_person.yes")
    expect(stage)
    await leave(stage, "sam")


async def the_intern_begeleider_answers(stage: Stage) -> None:
    await press(stage, "maria", "open")

    assert reads(stage, "maria", Mark.SIGNAL, Mark.CHILD, "Sam Zonnebloem", "case.in_person.yes")
    expect(stage)

    await press(stage, "maria", "take")
    expect(stage, sam=[reply("new")])

    await press(stage, "maria", "answer")
    await send(stage, "maria", text=Mark.ANSWER)

    assert reads(stage, "maria", Mark.ANSWER)
    expect(stage, sam=[reply("new")])
    await leave(stage, "maria")


async def an_answer_is_typed_in_the_thread(stage: Stage) -> None:
    maria = stage.person("maria")
    typed = await maria.say(Mark.TYPED, thread_ts=stage.roots["maria"])
    await stage.settled()
    expect(stage, sam=[reply("new")], maria=[answer("chat.collected")])

    await press(stage, "maria", "open")

    assert reads(stage, "maria", Mark.TYPED, "chat.still")

    await leave(stage, "maria")
    await maria.delete(typed)
    await press(stage, "maria", "open")

    assert reads(stage, "maria", Mark.TYPED)
    assert not reads(stage, "maria", "chat.still")
    expect(stage)
    await leave(stage, "maria")


async def the_teacher_adds_and_answers(stage: Stage) -> None:
    await press(stage, "sam", "open")

    assert reads(stage, "sam", Mark.ANSWER, Mark.TYPED, "st.consult")

    await press(stage, "sam", "add")
    await send(stage, "sam", text=Mark.OBSERVATION)

    assert reads(stage, "sam", Mark.OBSERVATION)
    expect(stage, maria=[reply("new")])
    await leave(stage, "sam")

    await press(stage, "maria", "open")
    await press(stage, "maria", "ask")
    await send(stage, "maria", text=Mark.ASK)
    expect(stage, sam=[reply("new")])
    await leave(stage, "maria")

    await press(stage, "sam", "open")
    await press(stage, "sam", "answer")
    await send(stage, "sam", text=Mark.REPLY)
    expect(stage, maria=[reply("new")])
    await leave(stage, "sam")


async def a_talk_and_an_advice_are_recorded(stage: Stage) -> None:
    await press(stage, "maria", "open")
    await press(stage, "maria", "talk")
    await send(stage, "maria", with_whom="both", report=Mark.TALK)
    await press(stage, "maria", "advice")
    await send(stage, "maria", adviser=Mark.ADVISER, advice=Mark.ADVICE, follow_up=Mark.FOLLOW_UP)

    assert reads(stage, "maria", Mark.TALK, Mark.ADVISER, Mark.ADVICE, Mark.FOLLOW_UP)
    expect(stage)
    await leave(stage, "maria")
