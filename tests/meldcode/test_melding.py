from dataclasses import replace
from datetime import date

import pytest

from meldcode import events
from meldcode.case import Case
from meldcode.choices import Answer, Decision
from meldcode.choices_melding import ChildHeard, Informing
from meldcode.owing import melding_owed
from meldcode.parts import Status
from tests.builders import (
    CLOSE,
    REOPEN,
    UNSAFE,
    WEIGH,
    answer,
    answered,
    ask,
    decided,
    decision,
    play,
    taken,
    weighed,
)
from tests.builders_melding import (
    CHASE,
    CLAIM,
    FEEDBACK,
    JGZ,
    LIFT,
    PLAN,
    REPORT,
    STILL_DONE,
    TOLD,
    WEIGH_AGAIN,
    anonymous,
    planned,
    reported,
    reported_at_once,
)
from tests.school import INTERN_BEGELEIDER, MEETING_ON, NOW, TODAY


def test_a_plan_says_who_reports_and_what_parents_and_child_hear() -> None:
    """The record holds the weighing of trust, who tells the parents, and the child."""
    assert ask(decided(Decision.MELDING), PLAN) == (
        events.MeldingPlanned(
            reporter=JGZ.id,
            reporter_other=None,
            trust=PLAN.trust,
            parents=Informing.BEFOREHAND,
            parents_by=INTERN_BEGELEIDER.id,
            parents_reason=None,
            child=ChildHeard.UNDER_12,
            child_reason=None,
        ),
    )


def test_a_partner_without_the_app_can_report() -> None:
    """A school doctor who works elsewhere is named in words."""
    case = planned(replace(PLAN, reporter=None, reporter_other="The school doctor"))

    assert case.melding.reporter == "The school doctor"


def test_parents_may_hear_nothing_with_a_reason() -> None:
    """Then nobody tells them, and the record says why."""
    plan = replace(PLAN, parents=Informing.NOT, parents_by=None, parents_reason="Not safe.")

    assert planned(plan).melding.informs is None


def test_a_new_plan_takes_the_place_of_the_old_one() -> None:
    """Who reports may change until it is done; both plans stay in the journal."""
    case = play(reported(), replace(PLAN, reporter=INTERN_BEGELEIDER.id))

    assert case.melding.reporter == INTERN_BEGELEIDER.id
    assert not case.melding.told
    assert sum(isinstance(e.event, events.MeldingPlanned) for e in case.entries) == 2


def test_what_is_urgent_waits_for_no_weighing() -> None:
    """In danger it is reported at once; weighing and deciding may follow."""
    assert reported_at_once().melding.done == (
        events.MeldingDone(TODAY, "Adviser", "VT-1", date(2026, 11, 10)),
    )


@pytest.mark.parametrize(
    "on, by",
    [
        (date(2026, 11, 3), date(2026, 11, 10)),
        (date(2026, 10, 30), date(2026, 11, 6)),
        (date(2026, 10, 9), date(2026, 10, 16)),
    ],
)
def test_veilig_thuis_answers_within_five_working_days(on: date, by: date) -> None:
    """Weekends do not count and a vacation of the school does (domain.md row 101)."""
    case = play(planned(), replace(REPORT, on=on))

    assert case.melding.feedback_by == by


def test_a_melding_starts_following() -> None:
    """A school is not "klaar" after a melding: the first look is agreed at once."""
    assert reported_at_once().next_check is not None


def test_feedback_stops_the_clock() -> None:
    """Nothing more is expected, so the case may be closed."""
    case = play(reported(), FEEDBACK)

    assert case.melding.feedback_by is None
    assert play(case, CLOSE).status == Status.CLOSED


def test_feedback_that_promises_more_sets_it_anew() -> None:
    """The day on which they will tell more is the next one to watch."""
    assert play(reported(), replace(FEEDBACK, next_by=MEETING_ON)).melding.feedback_by == MEETING_ON


def test_asking_for_word_sets_the_day_that_was_agreed() -> None:
    """After a phone call the clock runs to what was promised then."""
    assert play(reported(), CHASE).melding.feedback_by == MEETING_ON


def test_what_school_still_does_is_an_agreement_like_others() -> None:
    """It has an owner and a day, and must be kept before the case is closed."""
    case = play(reported(), FEEDBACK, STILL_DONE)

    assert case.entries[-1].event == events.AgreementMade(
        "agreement", STILL_DONE.what, STILL_DONE.owner, MEETING_ON, with_veilig_thuis=True
    )
    assert [made.id for made in case.agreements if not made.kept] == ["agreement"]


def test_parents_hear_it_from_somebody() -> None:
    """It is recorded when, from whom and how they took it."""
    assert ask(planned(), TOLD) == (events.ParentsTold(TODAY, INTERN_BEGELEIDER.id, TOLD.reaction),)
    assert play(planned(), TOLD).melding.told


def test_anonymity_can_be_lifted_with_a_reason() -> None:
    """Veilig Thuis may see no ground; then everybody is known again."""
    assert play(anonymous(), LIFT).melding.anonymity is None


OWED: tuple[tuple[Case, bool], ...] = (
    (taken(), False),
    (answered(Answer.YES, Answer.NO), False),
    (answered(*UNSAFE), True),
    (decided(Decision.HELP), False),
    (decided(Decision.MELDING), True),
    (planned(), True),
    (reported(), False),
    (reported_at_once(), False),
    (play(reported(), WEIGH_AGAIN), False),
    (play(reported(), WEIGH_AGAIN, answer(1, Answer.YES), answer(2, Answer.DOUBT)), True),
)


ONCE_MORE = (answer(1, Answer.YES), answer(2, Answer.YES))
ENDED = play(reported_at_once(), FEEDBACK, CLOSE)


@pytest.mark.parametrize(
    "case",
    [
        play(reported(), REPORT, WEIGH_AGAIN, *ONCE_MORE),
        play(ENDED, REOPEN, WEIGH, *ONCE_MORE),
    ],
    ids=["weighed anew", "reopened"],
)
def test_an_old_melding_does_not_count_for_a_new_round(case: Case) -> None:
    """What was reported before it was weighed anew, or reopened, is reported again (norm 3)."""
    assert melding_owed(case) == NOW


@pytest.mark.parametrize("case, owed", OWED, ids=range(len(OWED)))
def test_a_melding_is_owed_until_it_is_done(case: Case, owed: bool) -> None:  # noqa: FBT001 - a row of the table
    """From unsafe answers or a decision to report on, until somebody has reported."""
    assert melding_owed(case) == (NOW if owed else None)


def test_a_melding_may_go_ahead_of_its_decision() -> None:
    """Reported in danger, then weighed and decided: it is not owed a second time."""
    answers = (answer(n, given) for n, given in enumerate(UNSAFE, start=1))
    case = play(weighed(), PLAN, REPORT, *answers)

    assert melding_owed(case) is None
    assert melding_owed(play(case, decision(Decision.MELDING))) is None


def test_grounds_may_be_argued_before_there_is_a_plan() -> None:
    """The ZBO can agree on anonymity first, and on who reports after it."""
    assert play(taken(), CLAIM).melding.anonymity == events.AnonymityClaimed(
        CLAIM.unknown, CLAIM.argued, None
    )
