"""A meeting that agrees on an approach, and what the protocol still asks after it."""

from tests.conversations.doing import leave, opened, press, reads, send, tell
from tests.conversations.seen import expect_anything
from tests.conversations.stage import Stage

MEETING = "zbo-2026-12-02"


async def comes_on_the_agenda(stage: Stage) -> None:
    await tell(stage, urgency="now")
    await opened(stage, "maria", "take")
    await press(stage, "maria", "schedule")
    await stage.person("maria").pick("guests", "yara")
    await send(
        *(stage, "maria"),
        meeting=MEETING,
        question="Wat past?",
        parents_invited="yes",
        parents_informed="yes",
        minutes="10",
    )
    await leave(stage, "maria")
    await stage.on_school_day(3)


async def is_written_down(stage: Stage) -> None:
    await press(stage, "noor", "open")
    await press(stage, "noor", "outcome")
    await stage.person("noor").pick("informs", "maria")
    await send(
        *(stage, "noor"),
        outcome="Er is een plan.",
        child="Ontbijt op school.",
        parents="Elke week praten.",
        teacher="De IB'er kijkt mee.",
        informs_by="2026-12-15",
        parents_present="yes",
    )


async def test_danger_does_not_wait_and_an_approach_is_agreed_on(stage: Stage) -> None:
    """The agenda says to call now; afterwards each has an approach, and somebody tells parents."""
    await comes_on_the_agenda(stage)
    await press(stage, "noor", "agenda")

    assert reads(stage, "noor", "zbo.acute", "OKA")

    await is_written_down(stage)

    assert reads(stage, "noor", "Ontbijt op school.", "De IB'er kijkt mee.", "approach.present")
    await leave(stage, "noor")
    expect_anything(stage)
    await press(stage, "maria", "open")

    assert reads(stage, "maria", "Vertel de ouders de uitkomst")

    await press(stage, "maria", "menu_record")
    await press(stage, "maria", "progress")

    assert reads(stage, "maria", "progress.routes", "asks.weighing", "talk.wait")
    assert not reads(stage, "maria", "asks.parents")
    assert not reads(stage, "maria", "asks.tell_parents")
