"""The story of step 2 and of the talks: who is asked, what is seen in class, who stays near."""

from tests.conversations.doing import by_menu, leave, press, reads, send
from tests.conversations.marks import Mark
from tests.conversations.seen import expect, reply, root
from tests.conversations.stage import Stage

TODAY, LATER = "2026-11-24", "2026-11-26"


async def a_colleague_is_asked(stage: Stage) -> None:
    """Mees reads the question and the name, and nothing else of the case; then he is thanked."""
    await by_menu(stage, "menu_consult", "consult")
    await press(stage, "maria", "consult_named")
    await send(
        stage,
        "maria",
        person="mees",
        asked_as="former_teacher",
        question=Mark.CONSULT,
        child=f"{Mark.CHILD} {Mark.CONSULT_NAME}",
        reason=Mark.CONSULT_WHY,
        parents_know="not_yet",
        because=Mark.CONSULT_UNTOLD,
    )
    await leave(stage, "maria")
    expect(stage, mees=[root("new")])

    await press(stage, "mees", "open")

    assert reads(stage, "mees", Mark.CONSULT, Mark.CONSULT_NAME)
    assert not any(
        reads(stage, "mees", hidden)
        for hidden in (Mark.SIGNAL, Mark.ANSWER, Mark.CONSULT_WHY, Mark.CONSULT_UNTOLD)
    )
    await press(stage, "mees", "consult_answer")
    await send(stage, "mees", text=Mark.CONSULTED)

    assert reads(stage, "mees", "stop.thanks")
    await leave(stage, "mees")
    expect(stage, maria=[reply("new")])

    await press(stage, "maria", "open")

    assert reads(stage, "maria", Mark.CONSULTED, Mark.CONSULT_WHY, Mark.CONSULT_UNTOLD)
    await leave(stage, "maria")


async def class_and_discussion_are_noted(stage: Stage) -> None:
    """One visit to the class is held and one is not; colleagues talked it over."""
    await by_menu(stage, "menu_consult", "observe")
    await send(stage, "maria", observer="maria", on=TODAY)
    expect(stage, sam=[reply("new")])

    await by_menu(stage, "menu_consult", "observed")
    await send(stage, "maria", on=TODAY, text=Mark.OBSERVED)

    await by_menu(stage, "menu_consult", "observe")
    await send(stage, "maria", observer="amir", on=LATER)
    await by_menu(stage, "menu_consult", "not_observed")
    await send(stage, "maria", reason=Mark.NOT_OBSERVED)
    await by_menu(stage, "menu_consult", "discussion")
    await send(stage, "maria", on=TODAY, place="pupil", present="mees", text=Mark.DISCUSSION)

    assert reads(stage, "maria", Mark.OBSERVED, Mark.NOT_OBSERVED, Mark.DISCUSSION)
    await leave(stage, "maria")
    expect(stage, sam=[reply("new"), reply("new")])


async def a_call_is_prepared(stage: Stage) -> None:
    """The sheet without names lies at hand in the form for the advice."""
    await by_menu(stage, "menu_consult", "sheet")
    await send(
        stage,
        "maria",
        seen=Mark.SHEET_SEEN,
        since=Mark.SHEET_SINCE,
        safe=Mark.SHEET_SAFE,
        question=Mark.SHEET_QUESTION,
    )
    await by_menu(stage, "menu_consult", "advice")

    assert reads(stage, "maria", Mark.SHEET_SEEN, Mark.SHEET_QUESTION)
    await leave(stage, "maria")
    expect(stage)


async def the_parents_are_put_down(stage: Stage) -> None:
    """Who has authority, and why one of them may not hear everything, stands with every talk."""
    await by_menu(stage, "menu_talks", "parent")
    await send(
        stage,
        "maria",
        who=Mark.PARENT,
        authority="yes",
        at_home="no",
        may_hear="own",
        reason=Mark.PARENT_WHY,
    )
    await by_menu(stage, "menu_talks", "plan_talk")

    assert reads(stage, "maria", Mark.PARENT, Mark.PARENT_WHY)
    await leave(stage, "maria")
    expect(stage)


async def somebody_stays_near(stage: Stage) -> None:
    """Who has the talk and who stays near find only that, and it ends when the teacher is out."""
    await by_menu(stage, "menu_talks", "plan_talk")
    await send(
        stage,
        "maria",
        with_whom="both",
        on=TODAY,
        at="15:45",
        leads="sam",
        near="mees",
        sees_child=Mark.SEES_CHILD,
    )
    await leave(stage, "maria")
    expect(stage, sam=[reply("new")], mees=[reply("new")])

    await press(stage, "mees", "open")

    assert not reads(stage, "mees", Mark.SEES_CHILD)
    await leave(stage, "mees")
    await press(stage, "sam", "open")
    await press(stage, "sam", "came_out")
    await leave(stage, "sam")
    expect(stage, maria=[reply("new")])


async def the_talk_is_recorded(stage: Stage) -> None:
    """With what was named, what they tried and the child's own words; another one was not held."""
    await by_menu(stage, "menu_talks", "talk")
    await send(
        stage,
        "maria",
        with_whom="both",
        report=Mark.TALK,
        named=Mark.NAMED,
        recognised="partly",
        tried=Mark.TRIED,
        help="needed",
        manner="defensive",
        child_words=Mark.CHILD_WORDS,
        someone_else="no",
    )
    await by_menu(stage, "menu_talks", "no_talk")
    await send(stage, "maria", with_whom="parents", reason="not_reached", words=Mark.NO_TALK)

    assert reads(stage, "maria", Mark.NAMED, Mark.TRIED, Mark.CHILD_WORDS, Mark.NO_TALK)
    await leave(stage, "maria")
    expect(stage)
