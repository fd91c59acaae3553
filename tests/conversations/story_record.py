"""The record of the story: the child is named, words are marked and put right."""

from dialogs.say import say
from tests.conversations.doing import leave, press, reads, screen, send, tell
from tests.conversations.marks import Mark
from tests.conversations.seen import expect, reply
from tests.conversations.stage import Stage


async def the_teacher_puts_something_right(stage: Stage) -> None:
    await press(stage, "sam", "open")
    await press(stage, "sam", "correct")
    newest, *_ = offered(stage, "sam", "entry")
    await send(stage, "sam", entry=newest, text=Mark.RIGHT, reason=Mark.WRONG)

    assert reads(stage, "sam", Mark.RIGHT, Mark.WRONG, Mark.OBSERVATION, "case.corrected")
    expect(stage, maria=[reply("new")])
    await leave(stage, "sam")


async def the_teacher_describes_a_mark(stage: Stage) -> None:
    """In words and by place; she reads it back, and the care team hears that something is new."""
    await press(stage, "sam", "open")
    await press(stage, "sam", "injury")
    await send(
        stage,
        "sam",
        places="front_face",
        what=Mark.INJURY,
        size=Mark.INJURY_SIZE,
        colour=Mark.INJURY_COLOUR,
        since=Mark.INJURY_SINCE,
        child_words=Mark.INJURY_WORDS,
    )

    assert reads(stage, "sam", Mark.INJURY, Mark.INJURY_COLOUR, Mark.INJURY_WORDS)
    expect(stage, maria=[reply("new")])
    await leave(stage, "sam")


async def the_record_is_kept_apart(stage: Stage) -> None:
    """The child's full name, how the first words came to be known, and all in order."""
    await press(stage, "maria", "open")
    await press(stage, "maria", "menu_record")
    await press(stage, "maria", "name")
    await send(stage, "maria", child=Mark.NAME)
    await press(stage, "maria", "menu_record")
    await press(stage, "maria", "mark")
    *_, first = offered(stage, "maria", "entry")
    await send(stage, "maria", entry=first, origin="own", on="2026-11-23")

    assert reads(stage, "maria", Mark.NAME, "chr.origin.own", say("chr.happened", on="2026-11-23"))

    await press(stage, "maria", "menu_record")
    await press(stage, "maria", "timeline")

    assert reads(stage, "maria", "timeline.head", Mark.SIGNAL)

    await press(stage, "maria", "timeline1")

    assert reads(stage, "maria", Mark.RIGHT, Mark.NAME)
    expect(stage)
    await leave(stage, "maria")


async def another_teacher_tells_of_the_child(stage: Stage) -> None:
    """Brought together, read together and taken apart; neither teacher hears of it."""
    await tell(stage, "mees", child=Mark.NAME)
    await press(stage, "maria", "open")

    assert reads(stage, "maria", "case.alike")

    await press(stage, "maria", "beside")
    await press(stage, "maria", "link")
    await send(stage, "maria", kind="same_child")
    await press(stage, "maria", "joined")

    assert reads(stage, "maria", Mark.SIGNAL, "joined.note")

    await leave(stage, "maria")
    await press(stage, "maria", "open")
    await press(stage, "maria", "beside")
    await press(stage, "maria", "unlink")
    await send(stage, "maria", reason=Mark.APART)
    await leave(stage, "maria")
    await press(stage, "maria", "open")

    assert reads(stage, "maria", Mark.APART)
    await leave(stage, "maria")
    expect(stage)


async def somebody_is_looked_up(stage: Stage) -> None:
    await stage.person("maria").open_home()
    await stage.settled()
    await press(stage, "maria", "search")
    await send(stage, "maria", text=Mark.SEARCH)

    assert reads(stage, "maria", "search.none")
    await leave(stage, "maria")
    expect(stage)


def offered(stage: Stage, name: str, field: str) -> list[str]:
    """The values that somebody can choose from."""
    found = (block for block in screen(stage, name).blocks if block["type"] == "input")
    (element,) = [one["element"] for one in found if one["element"]["action_id"] == field]
    return [option["value"] for option in element["options"]]
