from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest

from dialogs import registry
from dialogs.conversations.meeting import MeetingForm
from dialogs.fields import TEXT_LIMIT, Option
from dialogs.form import Given, Wrong, check
from meldcode.choices import Answer
from meldcode.refusal import Refusal
from tests import builders
from tests.builders_guests import invited
from tests.builders_melding import HELP, anonymous, planned, reported
from tests.dialogs import filled_rights
from tests.dialogs.desks import cases
from tests.dialogs.filled import FILLED, MEETINGS, NEW_ID, PART
from tests.school import COLLEAGUE

GIVEN = Given(lambda: NEW_ID, PART, MEETINGS)

FITTING = {
    "signal": builders.new(),
    "signal_at": builders.new(),
    **dict.fromkeys(("outcome", "move_item", "take_off"), cases()["on_agenda"]),
    "weighing": cases()["taken"],
    "weighing_again": cases()["unsafe"],
    "help_check": builders.play(builders.taken(), replace(HELP, help=PART)),
    **dict.fromkeys(("parents_told", "reported"), planned()),
    **dict.fromkeys(("feedback", "chase"), reported()),
    "known": anonymous(),
    **{f"question{n}": builders.answered(*builders.SAFE[: n - 1]) for n in range(1, 6)},
    "decision_none": builders.answered(Answer.NO),
    "decision_help": cases()["safe"],
    "decision_report": cases()["unsafe"],
    "consult_answer": builders.play(builders.taken(), replace(builders.CONSULT, consult=PART)),
    "not_observed": builders.play(builders.taken(), replace(builders.OBSERVE, visit=PART)),
    "note": cases()["decided"],
    "snooze": cases()["decided"],
    "snooze_why": cases()["decided"],
    "close": cases()["decided"],
    "reopen": cases()["closed"],
    "move": cases()["moving"],
    "answer_follower": cases()["followed"],
    "opinion": cases()["closed"],
    "admit": cases()["excluding"],
    "uninvite": invited(),
    **filled_rights.FITTING,
}
"""Form name -> a case in which it makes sense; for all others a case that was taken."""

BY = {"consult_answer": COLLEAGUE}
"""Form name -> who fills it in, if that is not who does so as a rule."""


def test_every_form_is_filled_in_somewhere() -> None:
    """No form escapes the tests below but those that are about no case."""
    assert set(FILLED) == set(registry.FORMS) - registry.OF_PROCESS


@pytest.mark.parametrize("name", FILLED)
def test_a_filled_form_asks_for_its_command(name: str) -> None:
    """What a person fills in is what the rules are asked, word for word."""
    raw, command = FILLED[name]
    form = check(registry.FORMS[name], raw)

    assert not isinstance(form, Wrong)
    assert form.command(GIVEN) == command


@pytest.mark.parametrize("name", FILLED)
def test_the_rules_accept_a_filled_form(name: str) -> None:
    """A form that passes its check is not sent back by the rules for its shape."""
    case = FITTING.get(name, cases()["taken"])
    ruling = builders.ask(case, FILLED[name][1], BY.get(name))

    assert not isinstance(ruling, Refusal), ruling
    assert ruling != ()


@pytest.mark.parametrize("name", registry.FORMS)
def test_what_must_be_filled_in_says_so(name: str) -> None:
    """An empty form names each question that needs an answer, with its own sentence."""
    form = registry.FORMS[name]
    needed = {one: mark.empty for one, mark in form.fields().items() if form.required(one)}

    assert check(form, {}) == Wrong(needed)
    assert check(form, dict.fromkeys(form.fields(), "  ")) == Wrong(needed)
    assert needed


@pytest.mark.parametrize("name", FILLED)
def test_what_may_be_left_out_may_be_left_out(name: str) -> None:
    """Questions that are optional really are."""
    form, raw = registry.FORMS[name], FILLED[name][0]

    assert not isinstance(check(form, {k: v for k, v in raw.items() if form.required(k)}), Wrong)


BAD: tuple[tuple[str, str, Any, str], ...] = (
    ("signal", "text", "x" * (TEXT_LIMIT + 1), "err.long"),
    ("signal", "urgency", "soon", "err.choose"),
    ("signal", "parents", "perhaps", "err.choose"),
    ("signal", "child", "x" * 101, "err.long"),
    ("talk", "on", "yesterday", "err.date"),
    ("talk", "on", "2026-02-30", "err.date"),
    ("talk", "on", "1026-02-03", "err.date"),
    ("talk", "with_whom", "nobody", "err.choose"),
    ("consult", "person", None, "err.colleague"),
    ("consult", "asked_as", "friend", "err.choose"),
    ("consult_named", "child", "x" * 101, "err.long"),
    ("consult_named", "parents_know", "perhaps", "err.parents_know"),
    ("observe", "observer", None, "err.observer"),
    ("discussion", "present", [], "err.who_present"),
    ("injury", "places", [], "err.body_place"),
    ("injury", "what", None, "err.empty"),
    ("parent", "may_hear", "gossip", "err.choose"),
    ("plan_talk", "at", "half past", "err.time"),
    ("plan_talk", "leads", None, "err.leads"),
    ("no_talk", "reason", "bored", "err.choose"),
    ("advice", "adviser", None, "err.adviser"),
    ("schedule", "minutes", "ten", "err.minutes"),
    ("schedule", "minutes", "0", "err.minutes"),
    ("schedule", "minutes", "121", "err.minutes"),
    ("schedule", "minutes", "9" * 5000, "err.minutes"),
    ("schedule", "parents_invited", "maybe", "err.choose"),
    ("schedule", "parents_informed", "maybe", "err.choose"),
    ("move_item", "meeting", None, "err.pick_meeting"),
    ("take_off", "reason", " ", "err.why"),
    ("schedule", "question", "x" * 201, "err.long"),
    ("weighing", "present", "one person", "err.present"),
    ("weighing", "partner_roles", ["teacher"], "err.partner_role"),
    ("weighing", "danger", "", "err.choose"),
    ("question3", "answer", "perhaps", "err.choose"),
    ("decision_report", "reporter", None, "err.who_reports"),
    ("weighing_again", "on", "", "err.date"),
    ("weighing_again", "again", " ", "err.why_again"),
    ("helping", "until", "soon", "err.date"),
    ("helping", "goals", None, "err.goals"),
    ("help_check", "effect", "perhaps", "err.choose"),
    ("melding", "parents", None, "err.choose"),
    ("melding", "parents", "perhaps", "err.choose"),
    ("melding", "child", "", "err.choose"),
    ("melding", "trust", "", "err.trust"),
    ("anonymous", "unknown", "nobody", "err.choose"),
    ("anonymous", "staff", "x" * (TEXT_LIMIT + 1), "err.long"),
    ("reported", "contact", "", "err.adviser"),
    ("parents_told", "by", None, "err.who_informs"),
    ("chase", "next_by", None, "err.date"),
    ("agreement", "due", "2300-01-01", "err.date"),
    ("following", "rhythm", "101", "err.rhythm"),
    ("following", "rhythm", "-1", "err.rhythm"),
    ("snooze", "days", "2", "err.choose"),
    ("snooze_why", "reason", "", "nud.snooze.why"),
    ("close", "grounds", "bored", "err.choose"),
    ("close", "bottlenecks", ["luck"], "err.choose"),
    ("moves", "new_school", "x" * 101, "err.long"),
    ("move", "vt_told", "perhaps", "err.choose"),
    ("follower", "parents_know", "perhaps", "err.choose"),
    ("opinion", "helped", None, "err.choose"),
    ("meeting", "at", "half past one", "err.time"),
)


@pytest.mark.parametrize("name, field, value, key", BAD)
def test_bad_input_gets_a_sentence_at_its_field(
    name: str, field: str, value: object, key: str
) -> None:
    """Only the field that is wrong is named, with a sentence that says what to do."""
    good = FILLED[name][0] if name in FILLED else {"on": "2026-11-17", "at": "13:30"}

    assert check(registry.FORMS[name], {**good, field: value}) == Wrong({field: key})


def test_a_pick_that_was_not_offered_is_refused() -> None:
    """A forged person or meeting gets no further than the form."""
    raw, _ = FILLED["agreement"]
    offered = {"owner": (Option("someone", "Someone"),)}

    assert check(registry.FORMS["agreement"], raw, offered) == Wrong({"owner": "err.owner"})


def test_one_forged_entry_among_several_is_refused() -> None:
    """A list of people is accepted only if all of them were offered."""
    raw, _ = FILLED["weighing"]
    offered = {"present": tuple(Option(value, value) for value in raw["present"])}
    forged = {**raw, "present": [*raw["present"], "ghost:director"]}

    assert not isinstance(check(registry.FORMS["weighing"], raw, offered), Wrong)
    assert check(registry.FORMS["weighing"], forged, offered) == Wrong({"present": "err.present"})


def test_fields_that_a_form_does_not_have_are_left_alone() -> None:
    """Something extra in what a platform sends changes nothing."""
    form = check(registry.FORMS["answer"], {"text": "Thanks", "case": "other"})

    assert form == registry.FORMS["answer"].model_validate({"text": "Thanks"})


def test_a_meeting_has_a_day_a_time_and_perhaps_a_chair() -> None:
    """Planning a meeting gives the process what it needs."""
    form = check(MeetingForm, {"on": "2026-11-17", "at": "13:30"})

    assert form == MeetingForm(on=date(2026, 11, 17), at=time(13, 30), chair=None)
