"""Handles, fields and views that are not one's own: nothing is told, nothing is done."""

import pytest

from tests.conversations.doing import leave, opened, press, reads, screen, send, sentence, tell
from tests.conversations.forging import Change, about, again, by, filled, pressed
from tests.conversations.installing import Data
from tests.conversations.marks import Mark
from tests.conversations.schools import with_roles
from tests.conversations.seen import expect, expect_anything
from tests.conversations.stage import Stage
from tests.conversations.stored import counts

UNKNOWN = "A" * 20
"""Shaped like a handle, but nobody was ever given it."""

HARMLESS = frozenset({"id", "hash", "view_id", "trigger_id"})


def handle_of(stage: Stage, name: str) -> str:
    """The reference that a button in somebody's newest message holds."""
    message = stage.person(name).messages()[-1]
    row = next(block for block in message.blocks if block["type"] == "actions")
    return str(row["elements"][0]["value"])


def shown_since(stage: Stage, start: int) -> Data:
    """The view that was filled in after so many calls, without the ids that differ each time."""
    (view,) = (call for call in list(stage.workspace.log)[start:] if call.method == "views.update")
    return {name: value for name, value in view.args.items() if name not in HARMLESS}


async def opens(stage: Stage, name: str, handle: str) -> Data:
    """What somebody gets to see who presses a button that holds this handle."""
    await press(stage, name, "open")
    await leave(stage, name)
    start = len(stage.workspace.log)
    await again(stage, "block_actions", _pressed_by(stage, name, handle))
    await leave(stage, name)
    return shown_since(stage, start)


def _pressed_by(stage: Stage, name: str, handle: str) -> Change:
    trigger = stage.trigger(name)

    def change(payload: Data) -> None:
        by(stage.accounts[name])(payload)
        pressed(handle)(payload)
        payload["trigger_id"] = trigger

    return change


async def test_a_handle_of_somebody_else(stage: Stage) -> None:
    """Another teacher with Maria's handle sees, byte for byte, what a random handle shows."""
    await tell(stage)
    await tell(stage, "mees")
    theirs = await opens(stage, "mees", handle_of(stage, "maria"))
    unknown = await opens(stage, "mees", UNKNOWN)
    own = await opens(stage, "mees", handle_of(stage, "mees"))

    assert theirs == unknown
    assert sentence(stage, "err.access") in str(theirs)
    assert own != unknown
    expect(stage)


async def test_a_case_that_is_no_longer_ones_own(stage: Stage) -> None:
    """Who leaves the care team, and who never was in it, read the same about a real case."""
    await tell(stage)
    await press(stage, "maria", "open")
    await leave(stage, "maria")
    await stage.apply(with_roles("maria", "teacher"))
    await press(stage, "maria", "open")

    assert sentence(stage, "err.access") in screen(stage, "maria").shown
    assert Mark.SIGNAL not in str(screen(stage, "maria").blocks)


async def test_a_form_with_a_changed_reference(stage: Stage) -> None:
    """Tampered private_metadata, a handle of somebody else or another person's view: one answer."""
    await tell(stage)
    await opened(stage, "maria", "answer")
    await stage.person("maria").fill(text=" ")
    await stage.person("maria").submit()
    before = counts(stage.folder)
    text = filled("text", value=Mark.ANSWER)
    answers = [
        await again(stage, "view_submission", both(text, change))
        for change in (
            about(UNKNOWN),
            about(handle_of(stage, "sam")),
            about(""),
            by(stage.accounts["mees"]),
        )
    ]

    refused = {"response_action": "errors", "errors": {"text": sentence(stage, "err.access")}}
    assert answers == [refused] * 4
    assert counts(stage.folder) == before
    expect(stage)


def both(one: Change, other: Change) -> Change:
    def change(payload: Data) -> None:
        one(payload)
        other(payload)

    return change


async def test_a_teacher_with_a_form_of_the_care_team(stage: Stage) -> None:
    """Her own case, but a thing only the care team may do: it looks as if it were not there."""
    await tell(stage)
    await opened(stage, "maria", "talk")
    await send(stage, "maria", with_whom="both", report="Goed.")
    before = counts(stage.folder)["case_event"]
    own = handle_of(stage, "sam")
    forged = await again(stage, "view_submission", both(by(stage.accounts["sam"]), about(own)))

    assert forged["errors"] == {"on": sentence(stage, "err.access")}
    assert counts(stage.folder)["case_event"] == before


@pytest.mark.parametrize(
    "field, option, key",
    [
        ("owner", "niemand", "err.owner"),
        ("owner", "sam:teacher", "err.owner"),
    ],
)
async def test_a_choice_that_was_not_offered(
    stage: Stage, field: str, option: str, key: str
) -> None:
    """Only people of the school can be given something to do."""
    await tell(stage)
    await opened(stage, "maria", "agreement")
    await send(stage, "maria", what="Bellen.", owner="sam", due="2026-12-01")
    await press(stage, "maria", "agreement")
    before = counts(stage.folder)["case_event"]
    chosen = filled(field, selected_option={"value": option})
    forged = await again(stage, "view_submission", both(chosen, fresh))

    assert forged["errors"] == {field: sentence(stage, key)}
    assert counts(stage.folder)["case_event"] == before


def fresh(payload: Data) -> None:
    """As from a newly opened form, so that it is no second delivery."""
    payload["view"]["hash"] = "another"


async def test_help_only_where_a_report_is_due(stage: Stage) -> None:
    """With doubt about safety help alone is not on offer, and a forged choice for it is refused."""
    await tell(stage)
    await _weighed_with_doubt(stage)
    await press(stage, "maria", "decision")
    (choice,) = (one for one in screen(stage, "maria").blocks if one["block_id"] == "decision")

    assert [one["value"] for one in choice["element"]["options"]] == ["melding", "both"]
    assert reads(stage, "maria", "dec.unsafe")

    await stage.person("maria").pick("present", "maria:intern_begeleider", "yara:oka")
    await stage.person("maria").fill(
        decision="both", reason=" ", reporter="maria", informs_parents="sam"
    )
    await stage.person("maria").submit()
    help_only = both(
        filled("decision", selected_option={"value": "help"}), filled("reason", value="Zo.")
    )
    forged = await again(stage, "view_submission", help_only)

    assert forged["errors"] == {"decision": sentence(stage, "err.must_report")}


async def _weighed_with_doubt(stage: Stage) -> None:
    maria = stage.person("maria")
    await opened(stage, "maria", "weighing")
    await maria.pick("present", "maria:intern_begeleider", "yara:oka")
    await send(stage, "maria", danger="no", hinders="yes", risks="Een.", reason="Zo.")
    for given in ("yes", "doubt"):
        await press(stage, "maria", "question")
        await send(stage, "maria", answer=given, reason="Zo.")


async def test_a_question_out_of_order(stage: Stage) -> None:
    """An answer to a question that was answered meanwhile is not written down twice."""
    await tell(stage)
    await _weighed_with_doubt(stage)
    before = counts(stage.folder)["case_event"]
    late = await again(stage, "view_submission", fresh)

    assert late["errors"] == {"answer": sentence(stage, "err.order")}
    assert counts(stage.folder)["case_event"] == before
    expect_anything(stage)
