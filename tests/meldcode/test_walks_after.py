from collections.abc import Callable, Iterator

import pytest
from hypothesis import Phase, find, given, settings

from meldcode import commands, events
from meldcode.access import Relation, relations
from meldcode.case import Case
from meldcode.choices import REPORTING, Answer, Grounds, Place
from meldcode.duties import AFTER_THE_END, Duty, Kind, duties
from meldcode.events import Event
from meldcode.notices import notices
from meldcode.parts import Status
from meldcode.people import Audience, Person
from meldcode.refusal import Refusal
from meldcode.rules import circle, retention, rights
from meldcode.weighing import ONLY_REPORT, allowed
from tests.builders import append
from tests.builders_after import NOBODY
from tests.meldcode.walks import STAFF, Step, often, walks
from tests.school import CALENDAR, POLICY

Walk = tuple[Step, ...]
ABOUT_ENDED = (
    *retention.RULES,
    *rights.RULES,
    *circle.RULES,
    commands.CorrectEntry,
    commands.BreakGlass,
)
"""Commands about the record and who may know of it, which whoever keeps it hears of."""


def due(case: Case, step: Step) -> tuple[Duty, ...]:
    return duties(case, step.now, POLICY, CALENDAR)


def happened(step: Step) -> tuple[Event, ...]:
    return () if isinstance(step.ruling, Refusal) else step.ruling


REACHED: dict[str, Callable[[Step], bool]] = {
    "a move that was handled": lambda step: bool(step.after.move and step.after.move.handled),
    "closing held up by a move": lambda step: step.ruling == Refusal("err.move_open", "grounds"),
    "somebody who follows": lambda step: step.by.id == step.after.handover.follower,
    "words of who follows": lambda step: events.FollowerWrote in map(type, happened(step)),
    "an opinion": lambda step: events.OpinionGiven in map(type, happened(step)),
    "closed as unfounded": lambda step: step.after.grounds is Grounds.UNFOUNDED,
    "weighed after reopening": lambda step: (
        step.after.weighings != () and events.CaseReopened in _kinds(step.after)
    ),
    "danger that waits": lambda step: Kind.ACUTE in {one.kind for one in due(step.after, step)},
}


def _kinds(case: Case) -> set[type]:
    return {type(entry.event) for entry in case.entries}


@pytest.mark.parametrize("goal", REACHED)
def test_walks_come_here_too(goal: str) -> None:
    """The properties below are worth something, because walks reach what they are about."""
    found = find(
        walks(),
        lambda walk: any(REACHED[goal](step) for step in walk),
        settings=settings(max_examples=500, phases=[Phase.generate], database=None),
    )

    assert any(REACHED[goal](step) for step in found)


@often
@given(walks())
def test_a_signal_that_nobody_holds_climbs_to_the_top(walk: Walk) -> None:
    """Read or not, on school days it goes to holder, deputy and those above (R9)."""
    for step in walk:
        case = step.after
        if case.ended or case.holder:
            continue
        if case.handover.holder_left:
            assert Kind.NO_HOLDER in {duty.kind for duty in due(case, step)}
            continue
        rungs = [duty for duty in due(case, step) if duty.kind is Kind.SIGNAL_WAITS]

        assert [duty.to for duty in rungs] == [
            *(Audience.HOLDER, Audience.DEPUTY),
            *(Audience.AANDACHTSFUNCTIONARIS, Audience.DIRECTOR),
        ]
        assert all(CALENDAR.is_school_day(CALENDAR.today(duty.at)) for duty in rungs)


@often
@given(walks())
def test_a_closed_case_is_silent(walk: Walk) -> None:
    """Only whoever asks about it, opens it in an emergency, or the end of its term still calls."""
    for step in walk:
        if step.before.status is Status.CLOSED and step.after.status is Status.CLOSED:
            assert {one.kind for one in due(step.after, step)} <= AFTER_THE_END
            assert notices(happened(step)) == () or isinstance(step.command, ABOUT_ENDED)


def related(person: Person, duty: Duty, case: Case) -> bool:
    """Whether somebody stands where the duty looks for them."""
    found = relations(person, case)
    match duty.to:
        case Audience.RAISER:
            return Relation.RAISER in found
        case Audience.FOLLOWER:
            return Relation.FOLLOWER in found or person.id == case.handover.follower
        case Audience.OWNER:
            return person.id == duty.person
        case Audience.SECOND:
            return Relation.CARE in found and person.id != duty.person
    return Relation.CARE in found


ABOVE = {Audience.DIRECTOR}
"""Who hears only that something is open, and cannot open the case."""


@often
@given(walks())
def test_nobody_but_those_related_gets_a_duty(walk: Walk) -> None:
    """Every duty has somebody with a place in the case, and the director's opens nothing."""
    for step in walk:
        for duty in due(step.after, step):
            people = [one for one in STAFF if related(one, duty, step.after)]

            assert people != [] or duty.to in ABOVE
            assert duty.person is None or duty.to in {Audience.OWNER, Audience.SECOND}


@often
@given(walks())
def test_a_case_whose_holder_leaves_finds_another(walk: Walk) -> None:
    """Whatever state it is in, somebody beside the holder is asked on the very day."""
    for step in walk[::10]:
        case = step.after
        if case.ended or case.holder is None:
            continue
        gone = events.StaffLeft(case.holder, Place.HOLDER)
        found = due(append(case, [gone], NOBODY, step.now), step)
        first = {duty.to for duty in found if duty.kind is Kind.NO_HOLDER}

        assert {Audience.DEPUTY, Audience.AANDACHTSFUNCTIONARIS} <= first
        assert Kind.SIGNAL_WAITS not in {duty.kind for duty in found}


def obliged(case: Case) -> Iterator[bool]:
    """After each entry, whether an answer that leaves only a report is still unanswered.

    Once it was decided to report, answers to later questions ask for no second report.
    """
    owed, reported, answers = False, False, list[Answer]()
    for entry in case.entries:
        match entry.event:
            case events.Weighed() | events.CaseReopened():
                answers, reported = [], False
            case events.QuestionAnswered(number=number, answer=answer):
                answers[number - 1 :] = [answer]
                found = allowed(answers)
                owed = found == ONLY_REPORT and not reported if found else owed
            case events.Decided(decision=decision):
                reported = decision in REPORTING
                owed = owed and not reported
        yield owed


@often
@given(walks())
def test_nothing_that_must_be_reported_is_closed_away(walk: Walk) -> None:
    """No closing stands in the journal after answers that left only a report (R2)."""
    case = walk[-1].after
    owed = [False, *obliged(case)]
    closings = [entry.seq for entry in case.entries if isinstance(entry.event, events.CaseClosed)]

    assert [seq for seq in closings if owed[seq]] == []


@often
@given(walks())
def test_no_question_is_answered_on_a_weighing_of_before_the_end(walk: Walk) -> None:
    """After reopening somebody weighs before anybody answers."""
    weighed = False
    for entry in walk[-1].after.entries:
        match entry.event:
            case events.Weighed():
                weighed = True
            case events.CaseReopened():
                weighed = False
            case events.QuestionAnswered():
                assert weighed
