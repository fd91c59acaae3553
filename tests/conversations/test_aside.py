"""Private notes, handed in or thrown away."""

from tests.conversations.doing import leave, press, reads, screen, send
from tests.conversations.marks import Mark
from tests.conversations.seen import expect, root, urgent
from tests.conversations.stage import Stage
from tests.conversations.stored import counts, holding
from tests.conversations.story_aside import a_note_is_kept, the_note_is_thrown_away


async def open_notebook(stage: Stage) -> None:
    await stage.person("sam").open_home()
    await stage.settled()
    await press(stage, "sam", "notebook")


async def test_a_note_is_handed_in(stage: Stage) -> None:
    """Kept at first, told later: the words are in the form, and then the notebook is empty."""
    await a_note_is_kept(stage)
    await open_notebook(stage)
    await press(stage, "sam", "hand_in")

    assert screen(stage, "sam").value("text") == Mark.NOTE

    await send(stage, "sam")

    assert counts(stage.folder) | {"slip": 0, "case": 1} == counts(stage.folder)
    expect(stage, sam=[root("kept")], maria=[root("today")])

    await leave(stage, "sam")
    await press(stage, "maria", "open")

    assert reads(stage, "maria", Mark.NOTE)


async def test_a_note_about_danger(stage: Stage) -> None:
    """Choosing danger keeps the words, the phone comes first, and the note has had its use."""
    await a_note_is_kept(stage)
    await open_notebook(stage)
    await press(stage, "sam", "hand_in")
    await stage.person("sam").pick("urgency", "now")
    await stage.settled()

    assert reads(stage, "sam", "sig.now.body")
    assert screen(stage, "sam").value("text") == Mark.NOTE

    await press(stage, "sam", "called")
    await send(stage, "sam")

    assert counts(stage.folder)["slip"] == 0
    expect(stage, sam=[root("kept")], maria=[urgent("now")], amir=[urgent("now")])


async def test_a_note_that_is_thrown_away(stage: Stage) -> None:
    """It is gone from the screen and from the store, and nobody ever heard of it."""
    await a_note_is_kept(stage)
    await the_note_is_thrown_away(stage)

    assert list(holding(stage.folder, Mark.NOTE)) == []
    expect(stage)


async def test_a_form_closed_half_way_keeps_the_note(stage: Stage) -> None:
    """Not sent after all, the note is where it was."""
    await a_note_is_kept(stage)
    await open_notebook(stage)
    await press(stage, "sam", "hand_in")
    await leave(stage, "sam")
    await open_notebook(stage)

    assert reads(stage, "sam", Mark.NOTE)
    assert counts(stage.folder)["case"] == 0
