"""Texts as long as a form takes them: whoever may read them reads them whole."""

from tests.conversations.doing import leave, opened, press, reads, screen, send, tell
from tests.conversations.marks import Mark
from tests.conversations.stage import Stage

LIMIT = 3000


def long(mark: str) -> str:
    """As long as it may be, with something to recognise at its very end."""
    return "woord " * ((LIMIT - len(mark)) // 6) + mark


async def test_a_signal_of_the_greatest_length(stage: Stage) -> None:
    """The IB'er and the teacher read it to its end."""
    await tell(stage, text=long(Mark.SIGNAL))
    await press(stage, "maria", "open")
    await press(stage, "sam", "open")

    assert reads(stage, "maria", Mark.SIGNAL)
    assert reads(stage, "sam", Mark.SIGNAL)


async def test_a_typed_answer_of_the_greatest_length(stage: Stage) -> None:
    """What was typed in the thread is shown to its end as well."""
    await tell(stage)
    await stage.person("maria").say(long(Mark.TYPED), thread_ts=stage.roots["maria"])
    await stage.settled()
    await press(stage, "sam", "open")

    assert reads(stage, "sam", Mark.TYPED)


async def test_an_agenda_with_long_agreements(stage: Stage) -> None:
    """However much was agreed before, the chair can open the agenda."""
    await tell(stage)
    await opened(stage, "maria", "take")
    for mark in (Mark.AGREEMENT, Mark.FIRST_AGREEMENT, Mark.LOOK):
        await press(stage, "maria", "agreement")
        await send(stage, "maria", what=long(mark), owner="maria", due="2026-12-15")
    await press(stage, "maria", "schedule")
    await send(
        stage,
        "maria",
        meeting="zbo-2026-12-02",
        question=Mark.QUESTION,
        parents_invited="yes",
        parents_informed="yes",
        minutes="10",
    )
    await leave(stage, "maria")
    await stage.on_school_day(3)
    await press(stage, "noor", "agenda")

    assert screen(stage, "noor").callback_id == "agenda"
    assert reads(stage, "noor", Mark.QUESTION)
