"""ZBO meetings that are planned, have passed or are gone."""

import pytest

from tests.conversations.doing import leave, opened, press, reads, screen, send, sentence, tell
from tests.conversations.forging import again, filled
from tests.conversations.schools import school
from tests.conversations.seen import expect, own, reply
from tests.conversations.stage import Stage
from tests.conversations.stored import counts

PARENTS = {"parents_invited": "yes", "parents_informed": "yes"}
FIELDS = {
    "question": "Wat past?",
    "parents_invited": "yes",
    "parents_informed": "yes",
    "minutes": "10",
}
MEETING = "zbo-2026-12-02"


async def plan(stage: Stage, name: str = "noor") -> None:
    person = stage.person(name)
    if person.home() is None:
        await person.open_home()
    await person.click("new_meeting", home=True)
    await stage.settled()


async def taken(stage: Stage) -> None:
    """A signal that somebody looks after, so that nobody is reminded of it."""
    await tell(stage)
    await opened(stage, "maria", "take")
    expect(stage, sam=[reply("new")])


@pytest.mark.parametrize(
    "on, at, errors",
    [
        ("2026-11-24", "15:00", {"on": "err.past"}),
        ("2026-11-23", "15:00", {"on": "err.past"}),
        ("2026-12-25", "15:00", {"on": "err.no_school"}),
        ("2026-11-28", "15:00", {"on": "err.no_school"}),
        ("2026-11-25", "25:00", {"at": "err.time"}),
        ("2026-11-25", "drie", {"at": "err.time"}),
    ],
)
async def test_a_moment_that_cannot_be(
    stage: Stage, on: str, at: str, errors: dict[str, str]
) -> None:
    """A meeting is planned on a school day that has yet to come, at a time that exists."""
    before = counts(stage.folder)
    await plan(stage)
    await stage.person("noor").fill(on=on, at=at)
    refused = await stage.person("noor").submit()

    assert refused.errors == {name: sentence(stage, key) for name, key in errors.items()}
    assert counts(stage.folder) == before


async def test_a_meeting_planned_in_chat(stage: Stage) -> None:
    """It stands in the next form; chair and member get the agenda once, though planned so late."""
    await plan(stage)
    await send(stage, "noor", on="2026-11-27", at="13:00", chair="bas")
    await leave(stage, "noor")
    await taken(stage)
    await press(stage, "maria", "schedule")
    await stage.person("maria").pick("meeting", "vrijdag 27 november om 13:00")
    await send(stage, "maria", **FIELDS)
    await stage.on_school_day(2)

    told = [own("push.agenda", on="2026-11-27")]
    expect(stage, bas=told, yara=told)


async def test_a_meeting_that_passed_while_the_form_was_open(stage: Stage) -> None:
    """The form says to choose another one; what was typed stays."""
    await tell(stage)
    await stage.at(stage.clock().date().replace(month=12, day=2), 15, 20)
    await opened(stage, "maria", "schedule")
    await stage.person("maria").fill(meeting=MEETING, **FIELDS)
    await stage.at(stage.clock().date(), 16)
    refused = await stage.person("maria").submit()

    assert refused.errors == {"meeting": sentence(stage, "err.pick_meeting")}
    assert screen(stage, "maria").value("question") == FIELDS["question"]


async def test_a_meeting_that_never_was(stage: Stage) -> None:
    """A forged choice is refused like one that is gone."""
    await tell(stage)
    await opened(stage, "maria", "schedule")
    await stage.person("maria").fill(meeting=MEETING, **{**FIELDS, "question": " "})
    await stage.person("maria").submit()
    forged = await again(
        stage, "view_submission", filled("meeting", selected_option={"value": "zbo-nooit"})
    )

    assert sentence(stage, "err.pick_meeting") in forged["errors"].values()


async def test_an_item_while_another_is_open(stage: Stage) -> None:
    """Whoever was typing one meanwhile reads what to do; a form that is opened now says it too."""
    await tell(stage)
    await stage.person("iris").open_home()
    await stage.person("iris").click("open", home=True)
    await stage.settled()
    await press(stage, "iris", "schedule")
    await stage.person("iris").fill(meeting=MEETING, **FIELDS)
    await opened(stage, "maria", "schedule")
    await send(stage, "maria", meeting=MEETING, **FIELDS)
    refused = await stage.person("iris").submit()
    await press(stage, "maria", "schedule")

    assert refused.errors == {"meeting": sentence(stage, "err.still_open")}
    assert screen(stage, "iris").value("question") == FIELDS["question"]
    assert reads(stage, "maria", "schedule.open", FIELDS["question"])


async def test_a_meeting_taken_out_of_the_organisation_file(stage: Stage) -> None:
    """The chair's old button says that it has expired, and no word about the meeting follows."""
    await taken(stage)
    await press(stage, "maria", "schedule")
    await send(stage, "maria", meeting=MEETING, **FIELDS)
    await leave(stage, "maria")
    await stage.on_school_day(3)
    told = [own("push.agenda", on="2026-12-02")]
    expect(stage, noor=told, yara=told)
    changed = school()
    changed["meetings"] = changed["meetings"][1:]
    await stage.apply(changed)
    await press(stage, "noor", "agenda")

    assert reads(stage, "noor", "err.access")

    await leave(stage, "noor")
    for _ in range(4):
        await stage.on_school_day(1, 3)
        await stage.on_school_day(0)
        expect(stage)
