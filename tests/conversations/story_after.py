"""The story goes on: care after the decision, a child that moves, other hands, an opinion."""

from tests.conversations.doing import actions, by_menu, leave, press, reads, send
from tests.conversations.marks import Mark
from tests.conversations.seen import expect, reply, root
from tests.conversations.stage import Stage

SECOND_MEETING = "zbo-2026-12-16"


async def care_goes_on(stage: Stage) -> None:
    """The OKA tells how it goes, the teacher is asked how she is, and the ZBO evaluates."""
    await by_menu(stage, "menu_follow", "oka")
    await send(stage, "maria", report=Mark.OKA)
    await by_menu(stage, "menu_follow", "aftercare")
    await send(stage, "maria", whom="teacher", words=Mark.AFTERCARE)
    await by_menu(stage, "menu_follow", "evaluate")
    await send(
        stage,
        "maria",
        meeting=SECOND_MEETING,
        question=Mark.EVALUATION,
        parents_invited="no",
        parents_reason=Mark.EVALUATED_WITHOUT,
        parents_informed="yes",
        minutes="5",
    )

    assert reads(stage, "maria", Mark.OKA, Mark.AFTERCARE, Mark.EVALUATION)

    await press(stage, "maria", "outcome")
    await send(stage, "maria", outcome=Mark.EVALUATED)
    await leave(stage, "maria")
    expect(stage)


async def an_item_comes_off(stage: Stage) -> None:
    """A second evaluation turns out not to be needed; why is for the care team alone."""
    await by_menu(stage, "menu_follow", "evaluate")
    await send(
        stage,
        "maria",
        meeting=SECOND_MEETING,
        question=Mark.EVALUATION,
        parents_invited="yes",
        parents_informed="no",
        not_informed=Mark.EVALUATED_UNKNOWN,
        minutes="5",
    )
    await by_menu(stage, "menu_zbo", "take_off")
    await send(stage, "maria", reason=Mark.TAKEN_OFF)

    assert reads(stage, "maria", Mark.TAKEN_OFF, Mark.EVALUATED_UNKNOWN)

    await leave(stage, "maria")
    expect(stage)


async def the_child_moves(stage: Stage) -> None:
    """Sam hears it first; two people know at once, and one says what was done about it."""
    await press(stage, "sam", "open")
    await press(stage, "sam", "moves")
    await send(stage, "sam", sudden="no", new_school=Mark.NEW_SCHOOL)
    expect(stage, maria=[reply("today")], iris=[root("today")])
    await leave(stage, "sam")

    await press(stage, "maria", "open")

    await press(stage, "maria", "move")
    assert reads(stage, "maria", Mark.NEW_SCHOOL, "move.pass_on.only")
    await send(
        stage,
        "maria",
        vt_told="no",
        vt_reason=Mark.VT_NOT_TOLD,
        parents_told="no",
        parents_reason=Mark.MOVE_NOT_TOLD,
        passed_on=Mark.PASSED_ON,
    )

    assert reads(stage, "maria", Mark.VT_NOT_TOLD, Mark.MOVE_NOT_TOLD, Mark.PASSED_ON)
    assert "move" not in actions(stage, "maria")
    await leave(stage, "maria")
    expect(stage)


async def the_teacher_says_what_she_thought(stage: Stage) -> None:
    """Of the closed case; nobody hears of it, and it reminds nobody of anything."""
    await press(stage, "sam", "open")
    await press(stage, "sam", "opinion")
    await send(stage, "sam", helped="partly", words=Mark.OPINION)

    assert reads(stage, "sam", Mark.OPINION)
    await leave(stage, "sam")
    expect(stage)


async def another_teacher_follows(stage: Stage) -> None:
    """She reads what was shared and no more; what they write is between her and the care team."""
    await by_menu(stage, "menu_follow", "follower")
    await send(
        stage,
        "maria",
        teacher="mees",
        shared=Mark.SHARED,
        share_reason=Mark.WHY_SHARED,
        parents_know="no",
        because=Mark.NOT_SHARED,
    )
    await leave(stage, "maria")
    expect(stage, mees=[reply("new")])

    await press(stage, "mees", "open")

    assert reads(stage, "mees", "flw.letter", Mark.SHARED)
    assert not any(
        reads(stage, "mees", hidden) for hidden in (Mark.SIGNAL, Mark.OKA, Mark.NOT_SHARED)
    )
    await press(stage, "mees", "answer")
    await send(stage, "mees", text=Mark.FROM_FOLLOWER)
    await leave(stage, "mees")
    expect(stage, maria=[reply("new")])

    await by_menu(stage, "menu_follow", "answer_follower")
    await send(stage, "maria", text=Mark.TO_FOLLOWER)
    await leave(stage, "maria")
    expect(stage, mees=[reply("new")])


async def it_is_handed_over(stage: Stage) -> None:
    """Amir holds it for a while; Sam hears that somebody else looks along."""
    await by_menu(stage, "menu_follow", "handover")
    await send(stage, "maria", holder="amir", words=Mark.HANDED_OVER)

    assert reads(stage, "maria", Mark.HANDED_OVER)
    await leave(stage, "maria")
    expect(stage, sam=[reply("new")], amir=[root("new")])

    await press(stage, "amir", "open")
    await press(stage, "amir", "menu_follow")
    await press(stage, "amir", "handover")
    await send(stage, "amir", holder="maria")
    await leave(stage, "amir")
    expect(stage, sam=[reply("new")], maria=[reply("new")])


async def somebody_is_kept_out(stage: Stage) -> None:
    """Amir knows the family: the case is gone for him, until it turns out to be another family."""
    await press(stage, "maria", "open")
    await press(stage, "maria", "menu_circle")
    await press(stage, "maria", "exclude")
    await send(stage, "maria", person="amir", reason=Mark.EXCLUDED)

    assert reads(stage, "maria", Mark.EXCLUDED)

    await press(stage, "amir", "open")

    assert reads(stage, "amir", "err.access")
    await leave(stage, "amir")

    await press(stage, "maria", "menu_circle")
    await press(stage, "maria", "admit")
    await send(stage, "maria", person="amir", reason=Mark.ADMITTED)

    assert reads(stage, "maria", Mark.ADMITTED)
    await leave(stage, "maria")
    expect(stage)
