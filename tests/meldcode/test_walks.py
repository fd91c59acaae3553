from collections.abc import Callable, Iterator

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

from meldcode import commands, events
from meldcode.case import Case
from meldcode.choices import REPORTING, Answer, Decision
from meldcode.decide import ALSO_WHEN_ENDED
from meldcode.parts import Status
from meldcode.refusal import Refusal
from tests.meldcode.keys import refusal_keys
from tests.meldcode.walks import Step, often, walks

Walk = tuple[Step, ...]
Judged = tuple[events.Decided, tuple[Answer, ...]]

REACHED: dict[str, Callable[[Step], bool]] = {
    "help": lambda step: choice(step.after) is Decision.HELP,
    "melding": lambda step: choice(step.after) is Decision.MELDING,
    "both": lambda step: choice(step.after) is Decision.BOTH,
    "no suspicion": lambda step: choice(step.after) is Decision.NO_SUSPICION,
    "closed": lambda step: step.after.status is Status.CLOSED,
    "withdrawn": lambda step: step.after.status is Status.WITHDRAWN,
    "weighed anew": lambda step: len(step.after.weighings) > 1 and step.after.decision is not None,
    "delayed thrice": lambda step: step.after.snoozes == 3,
}


def choice(case: Case) -> Decision | None:
    return case.decision.decision if case.decision else None


def judged(case: Case) -> Iterator[Judged]:
    """Yield every decision with the answers since the last weighing, read from the journal."""
    answers: list[Answer] = []
    for entry in case.entries:
        match entry.event:
            case events.Weighed() | events.CaseReopened():
                answers = []
            case events.QuestionAnswered(number=number, answer=answer):
                answers[number - 1 :] = [answer]
            case events.Decided() as decision:
                yield decision, tuple(answers)


@pytest.mark.parametrize("goal", REACHED)
def test_walks_come_everywhere(goal: str) -> None:
    """The properties below are worth something, because walks reach every end of the route."""
    found = find(
        walks(),
        lambda walk: any(REACHED[goal](step) for step in walk),
        settings=settings(max_examples=500, phases=[Phase.generate], database=None),
    )

    assert any(REACHED[goal](step) for step in found)


@often
@given(walks(), st.integers(0, 200))
def test_a_case_is_what_its_journal_tells(walk: Walk, cut: int) -> None:
    """Folding everything at once, in two parts or one by one gives the same case."""
    case = walk[-1].after

    whole = Case.fold(case.id, case.code, case.school, case.entries)

    assert whole == case
    assert (
        Case.fold(case.id, case.code, case.school, case.entries[:cut]).then(case.entries[cut:])
        == case
    )


@often
@given(walks())
def test_no_event_is_lost(walk: Walk) -> None:
    """The journal only grows: by exactly what was answered, numbered without a gap (R13)."""
    for step in walk:
        added = [entry.event for entry in step.after.entries[step.before.version :]]

        assert step.after.entries[: step.before.version] == step.before.entries
        assert added == ([] if isinstance(step.ruling, Refusal) else list(step.ruling))
    numbers = [entry.seq for entry in walk[-1].after.entries]
    assert numbers == list(range(1, len(numbers) + 1))


@often
@given(walks())
def test_help_alone_is_never_decided_over_unsafety(walk: Walk) -> None:
    """Whatever the order of asking, yes or doubt on safety ends in a melding (R2)."""
    for decision, answers in judged(walk[-1].after):
        unsafe = answers[1:2] not in {(), (Answer.NO,)}

        assert decision.decision in REPORTING or not unsafe
        assert decision.decision is not Decision.HELP or len(answers) == 5
        assert decision.decision not in REPORTING or decision.reporter


@often
@given(walks())
def test_nobody_weighs_or_decides_alone(walk: Walk) -> None:
    """Every weighing and decision names two people in two roles (R3); a partner brings a role."""
    for entry in walk[-1].after.entries:
        if isinstance(entry.event, events.Weighed | events.Decided):
            pairs = {
                (one.role, two.role)
                for one in entry.event.present
                for two in entry.event.present
                if one.person != two.person
            }
            roles = {role for pair in pairs for role in pair} | {*entry.event.partner_roles}

            assert pairs
            assert len(roles) > 1


@often
@given(walks())
def test_only_reopening_changes_an_ended_case(walk: Walk) -> None:
    """Until a closed case is reopened nothing but what is said of it afterwards comes in."""
    circle = (commands.ExcludePerson, commands.EndExclusion, commands.BreakGlass)
    for step in walk:
        if step.before.ended and step.after != step.before and not isinstance(step.command, circle):
            assert isinstance(step.command, ALSO_WHEN_ENDED)
            assert step.after.ended != isinstance(step.command, commands.ReopenCase)
            assert step.before.status is Status.CLOSED


@often
@given(walks())
def test_a_case_ends_with_nothing_left_open(walk: Walk) -> None:
    """A closed case has no open agreement or item; a withdrawn one holds the teacher's words."""
    for case in (step.after for step in walk):
        if case.status is Status.CLOSED:
            assert all(made.kept for made in case.agreements)
            assert all(item.handled for item in case.items)
            assert all(talk.settled for talk in case.talks)
        elif case.status is Status.WITHDRAWN:
            assert {entry.by for entry in case.entries} == {case.raised_by}


@often
@given(walks())
def test_whoever_raised_it_stays_the_same(walk: Walk) -> None:
    """No command makes somebody else the teacher of a case."""
    assert {step.after.raised_by for step in walk} == {walk[0].before.raised_by}


@often
@given(walks())
def test_every_refusal_has_a_text(walk: Walk) -> None:
    """What is refused names a key that stands in the source, so the catalogues can be checked."""
    keys = {step.ruling.key for step in walk if isinstance(step.ruling, Refusal)}

    assert keys <= refusal_keys()
