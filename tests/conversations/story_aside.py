"""Before and beside the case of the story: a private note, and advice without a child."""

from tests.conversations.doing import leave, press, reads, screen, send
from tests.conversations.marks import Mark
from tests.conversations.seen import expect, own
from tests.conversations.stage import Stage
from tests.conversations.stored import counts


async def a_note_is_kept(stage: Stage) -> None:
    await _from_home(stage, "sam", "notebook")
    await send(stage, "sam", text=Mark.NOTE)

    assert reads(stage, "sam", Mark.NOTE, "jot.not_consulting")
    assert counts(stage.folder)["slip"] == 1
    expect(stage)
    await leave(stage, "sam")


async def advice_is_asked_and_read(stage: Stage) -> None:
    await _from_home(stage, "sam", "for_me")
    await send(stage, "sam", text=Mark.FOR_ME)

    assert reads(stage, "sam", "for_me.sent", Mark.FOR_ME)
    expect(stage, maria=[own("push.new")])
    await leave(stage, "sam")

    await press(stage, "maria", "for_me_open")
    await send(stage, "maria", text=Mark.TO_YOU)

    assert reads(stage, "maria", "for_me.told")
    expect(stage, sam=[own("push.new")])
    await leave(stage, "maria")

    await press(stage, "sam", "for_me_open")

    assert reads(stage, "sam", Mark.FOR_ME, Mark.TO_YOU)

    await press(stage, "sam", "for_me_read")

    assert reads(stage, "sam", "for_me.erased")
    assert counts(stage.folder)["slip"] == 1
    expect(stage)
    await leave(stage, "sam")


async def a_training_is_put_down(stage: Stage) -> None:
    """By the aandachtsfunctionaris; who was trained reads it, and nobody is sent anything."""
    await _from_home(stage, "iris", "training")
    await stage.person("iris").pick("people", "sam", "iris")
    await send(stage, "iris", kind="signs", on="2026-11-02", what=Mark.TRAINING)

    assert reads(stage, "iris", Mark.TRAINING, stage.texts.entries["training.others"])
    expect(stage)
    await leave(stage, "iris")
    await _from_home(stage, "sam", "training")

    assert reads(stage, "sam", Mark.TRAINING)
    await leave(stage, "sam")


async def a_child_is_handled_with_care(stage: Stage) -> None:
    """Where the school takes part: a name and a code word, and nobody is sent anything."""
    await _from_home(stage, "maria", "gentle")
    await send(stage, "maria", child=Mark.GENTLE, word=Mark.CODE_WORD)

    assert reads(stage, "maria", Mark.GENTLE, Mark.CODE_WORD)
    expect(stage)
    await leave(stage, "maria")


async def _from_home(stage: Stage, name: str, action: str) -> None:
    await stage.person(name).open_home()
    await stage.settled()
    await press(stage, name, action)


async def the_note_is_thrown_away(stage: Stage) -> None:
    await _from_home(stage, "sam", "notebook")
    await press(stage, "sam", "tear")

    assert reads(stage, "sam", "jot.empty")
    assert screen(stage, "sam").value("text") == ""
    assert counts(stage.folder)["slip"] == 0
    await leave(stage, "sam")
