from collections.abc import Callable

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

from meldcode import events
from meldcode.choices import REPORTING, Decision
from meldcode.choices_melding import Unknown
from meldcode.complaint import Gap, missing
from meldcode.duties import Kind, duties
from meldcode.owing import melding_owed
from meldcode.parts import Status
from meldcode.refusal import Refusal
from meldcode.shielding import shielded, tellers
from meldcode.weighing import allowed
from tests.builders import CLOSE, REOPEN, decided, decision, taken
from tests.builders_melding import (
    CHASE,
    CLAIM,
    FAILS,
    FEEDBACK,
    HELP,
    LIFT,
    PARTLY,
    PLAN,
    REPORT,
    TOLD,
    WEIGH_AGAIN,
    WORKS,
    anonymous,
    helped,
    planned,
    reported,
    reported_at_once,
)
from tests.meldcode import wishes_melding
from tests.meldcode.walks import DAYS, IDS, QUESTION, TEXT, WHO, Step, often, walks
from tests.school import CALENDAR, POLICY

Walk = tuple[Step, ...]

START = st.sampled_from((taken, decided, helped, planned, anonymous, reported, reported_at_once))
LIKELY = st.sampled_from(
    (
        *(HELP, WORKS, PARTLY, FAILS, PLAN, TOLD, REPORT, FEEDBACK, CHASE, CLAIM, LIFT),
        *(WEIGH_AGAIN, decision(Decision.MELDING), decision(Decision.HELP), REOPEN),
        *(*[FEEDBACK, CLOSE] * 4, *[WORKS] * 2),
    )
)
MINE = st.sampled_from(tuple(wishes_melding.wishes(TEXT, IDS, WHO, DAYS))).flatmap(
    lambda wish: wish
)
STEPS = 50
roads = walks(START, st.one_of(LIKELY, LIKELY, QUESTION, MINE), STEPS)
"""Walks that begin where help or a melding is at hand, and seldom ask for something else."""


def happened(step: Step, kind: type) -> bool:
    return isinstance(step.ruling, tuple) and any(isinstance(one, kind) for one in step.ruling)


REACHED: dict[str, Callable[[Step], bool]] = {
    "reported": lambda step: happened(step, events.MeldingDone),
    "answered by Veilig Thuis": lambda step: happened(step, events.FeedbackReceived),
    "anonymous after a plan": lambda step: (
        step.after.melding.plan is not None and len(shielded(step.after)) > 1
    ),
    "told by a shielded person": lambda step: (
        step.ruling in {Refusal("err.anonymous_informs", n) for n in ("by", "parents_by")}
    ),
    "failed help": lambda step: (
        happened(step, events.HelpEvaluated) and happened(step, events.QuestionAnswered)
    ),
    "closed after a melding": lambda step: (
        step.after.status is Status.CLOSED and bool(step.after.melding.done)
    ),
}


@pytest.mark.parametrize("goal", REACHED)
def test_walks_come_here_too(goal: str) -> None:
    """The properties below are worth something, because walks reach what they are about."""
    found = find(
        roads,
        lambda walk: any(REACHED[goal](step) for step in walk),
        settings=settings(max_examples=200, phases=[Phase.generate], database=None),
    )

    assert any(REACHED[goal](step) for step in found)


@often
@given(st.one_of(roads, walks()))
def test_who_stays_anonymous_never_tells_the_parents(walk: Walk) -> None:
    """Neither the agreement, nor the record, nor a reminder gives them that task (R6)."""
    for step in walk:
        case, unknown = step.after, shielded(step.after)
        told = [duty for duty in duties(case, step.now, POLICY, CALENDAR) if duty.person]

        assert case.melding.informs not in unknown
        assert tellers(case).isdisjoint(unknown)
        assert {one.person for one in told if one.kind is Kind.TELL_PARENTS}.isdisjoint(unknown)
        if isinstance(step.ruling, tuple):
            by = {one.by for one in step.ruling if isinstance(one, events.ParentsTold)}

            assert by.isdisjoint(shielded(step.before))


@often
@given(st.one_of(roads, walks()))
def test_anonymity_hides_signaller_and_reporters(walk: Walk) -> None:
    """While a ground holds, those it is for are shielded, whoever reports later on (R6)."""
    for case in (step.after for step in walk):
        claimed = case.melding.anonymity
        if claimed is None:
            assert shielded(case) == set()
            continue
        if claimed.unknown is not Unknown.REPORTER:
            assert case.raised_by in shielded(case)
        if claimed.unknown is not Unknown.SIGNALLER:
            assert {*case.melding.reporters, case.melding.reporter} - {None} <= shielded(case)


@often
@given(st.one_of(roads, walks()))
def test_a_melding_is_never_without_who_and_the_parents(walk: Walk) -> None:
    """What was reported was planned: by whom, and whether the parents hear of it or why not."""
    for case in (step.after for step in walk):
        if case.melding.done:
            plan = case.melding.plan

            assert plan is not None
            assert case.melding.reporter
            assert plan.parents_by or (plan.parents_reason or "").strip()
            assert Gap.PLAN not in missing(case)


@often
@given(st.one_of(roads, walks()))
def test_no_case_is_let_go_while_something_is_owed(walk: Walk) -> None:
    """Closed means: no melding owed, no help running, no word of Veilig Thuis awaited (R2)."""
    for case in (step.after for step in walk):
        if case.status is Status.CLOSED:
            assert melding_owed(case) is None
            assert case.melding.feedback_by is None
            assert [one.id for one in case.helps if one.running] == []
            assert case.decision is not None or allowed(case.questions) != REPORTING


@often
@given(st.one_of(roads, walks()))
def test_a_decision_always_fits_the_answers(walk: Walk) -> None:
    """An answer that changes afterwards takes the decision with it (R2)."""
    for case in (step.after for step in walk):
        if case.decision is not None:
            assert case.decision.decision in allowed(case.questions)


@often
@given(st.one_of(roads, walks()))
def test_each_new_weighing_says_why(walk: Walk) -> None:
    """From the second on every weighing has a day and a reason (domain.md row 98)."""
    for one in walk[-1].after.weighings[1:]:
        assert one.on is not None
        assert (one.again or "").strip()
