"""Practice in the same tool as real cases, and nothing of it in the store, a list or a chat."""

from pathlib import Path

import pytest

from dialogs.conversations.practice import MARK
from tests.conversations.doing import COMMAND, actions, leave, press, reads, screen, send
from tests.conversations.seen import expect
from tests.conversations.stage import Stage, staged
from tests.conversations.stored import everything, holding

REAL = "Pim uit mijn klas is weer geslagen."
"""About a real child, typed by mistake."""

ADVICE = {"on": "2026-11-23", "adviser": "Iemand", "advice": "Blijf praten."}
QUESTIONS = ("yes", "no", "yes", "yes", "yes")
BOOKKEEPING = {"handle", "account", "practised", "receipt", "sqlite_sequence"}
"""What looking at Home leaves, who somebody is in chat, and that somebody has practised.

A receipt is of the daily look at what was sent, and of nothing else.
"""


async def enter(stage: Stage, who: str = "sam") -> None:
    await stage.person(who).command(COMMAND, "oefenen")
    await stage.settled()


async def step(stage: Stage, action: str, **fields: str) -> None:
    """Press a button of the exercise, and send the form that it opens."""
    await press(stage, "sam", f"{MARK}{action}")
    if fields:
        await send(stage, "sam", **fields)


async def tells(stage: Stage, who: str = "sam") -> None:
    """The signal of an exercise, with a real child's story in it by mistake."""
    await press(stage, who, f"{MARK}begin_told")
    await send(stage, who, text=REAL)


async def practised(stage: Stage) -> None:
    """The whole exercise, up to and with the decision."""
    await enter(stage)
    await tells(stage)
    await step(stage, "go_on")
    await step(stage, "take")
    await step(stage, "advice", **ADVICE)
    await step(stage, "weighing")
    await together(stage, danger="no", hinders="yes", risks="Hij blijft weg.")
    for answer in QUESTIONS:
        await step(stage, "question", answer=answer, reason="Zo zien wij het.")
    await step(stage, "decision")
    await together(stage, decision="help", not_informing="Nog niet.")


async def together(stage: Stage, **fields: str) -> None:
    await stage.person("sam").pick("present", *PRESENT)
    await send(stage, "sam", reason="Zo zien wij het.", **fields)


PRESENT = ("practice-intern_begeleider:intern_begeleider", "practice-oka:oka")


async def test_nothing_of_practice_is_kept(stage: Stage) -> None:
    """Signal, consultation, weighing and decision: every table but the count is as it was."""
    await stage.person("sam").open_home()
    await stage.settled()
    before = everything(stage.folder)
    await practised(stage)

    assert reads(stage, "sam", "practice.ready", "practice.mark")

    await stage.on_school_day(1)
    after = everything(stage.folder)

    assert {name for name in after if after[name] != before[name]} <= BOOKKEEPING
    assert after["practised"] == [("sam", "2026-11-24")]
    assert all("selfscan" in str(row) for row in set(after["receipt"]) - set(before["receipt"]))
    assert list(holding(stage.folder, REAL)) == []
    expect(stage)


async def test_nobody_else_finds_it(stage: Stage) -> None:
    """No list, agenda, count or search of anybody shows an exercise."""
    before = {name: await home(stage, name) for name in stage.accounts}
    await practised(stage)
    await press(stage, "maria", "search")
    await send(stage, "maria", text="OEFENS")
    found = {name: await home(stage, name) for name in stage.accounts if name != "bas"}

    assert found == {name: shown for name, shown in before.items() if name != "bas"}
    assert "open" not in actions(stage, "maria")
    assert "Zoveel mensen oefenden dit schooljaar: 1" in await home(stage, "bas")


async def home(stage: Stage, name: str) -> list[str]:
    await stage.person(name).open_home()
    await stage.settled()
    found = stage.person(name).home()
    assert found is not None
    return list(found.shown)


async def test_it_opens_from_home_too(stage: Stage) -> None:
    """The button leads to the stories; who stops reads that all is gone, and can tell for real."""
    await stage.person("sam").open_home()
    await stage.settled()
    await press(stage, "sam", "practice")
    await tells(stage)
    await step(stage, "leave")

    assert reads(stage, "sam", "practice.over", "practice.over.real")
    assert actions(stage, "sam") == {"new_signal"}
    assert stage.bot.practice.going == {}

    await press(stage, "sam", "new_signal")

    assert screen(stage, "sam").value("text") in {None, ""}


async def test_closing_a_form_half_way_keeps_no_draft(stage: Stage) -> None:
    """What was typed in the form of an exercise does not come up in a real one."""
    await enter(stage)
    await press(stage, "sam", f"{MARK}begin_quiet")
    await stage.person("sam").fill(text=REAL)
    await leave(stage, "sam")
    await stage.person("sam").command(COMMAND)
    await stage.settled()

    assert not reads(stage, "sam", REAL)
    assert everything(stage.folder)["draft"] == []


async def test_danger_in_an_exercise_shows_the_real_numbers(stage: Stage) -> None:
    """The phone comes first, still marked, and what was typed stays in the form."""
    await enter(stage)
    await press(stage, "sam", f"{MARK}begin_bruise")
    await stage.person("sam").fill(text=REAL)
    await stage.person("sam").pick("urgency", "now")
    await stage.settled()

    assert reads(stage, "sam", "practice.mark", "sig.now.body")

    await press(stage, "sam", f"{MARK}called")
    await send(stage, "sam")

    assert reads(stage, "sam", "practice.mark", "practice.sent")
    expect(stage)


async def test_what_is_typed_is_gone_after_two_hours(stage: Stage) -> None:
    """Also if nobody stops; the window that is still open then says so."""
    await enter(stage)
    await tells(stage)
    await stage.at(stage.clock().date(), stage.clock().hour + 2, 59)

    assert stage.bot.practice.going == {}

    await step(stage, "go_on")

    assert reads(stage, "sam", "practice.over")


async def test_a_stranger_does_not_practise(tmp_path: Path) -> None:
    """Who is in no organisation file reads whom to call, as everywhere."""
    async with staged(tmp_path, strangers=("vreemd",)) as stage:
        await enter(stage, "vreemd")

        assert reads(stage, "vreemd", "err.stranger")
        assert stage.bot.practice.going == {}


@pytest.mark.parametrize("word", ["oefenen", "Oefen", "practice"])
async def test_one_word_leads_to_practice(stage: Stage, word: str) -> None:
    """The command with just that word is no signal, and what it opens is marked."""
    await stage.person("sam").command(COMMAND, word)
    await stage.settled()

    assert reads(stage, "sam", "practice.mark", "practice.warn")
    assert everything(stage.folder)["draft"] == []
