from dataclasses import replace

import pytest

from meldcode import events
from meldcode.choices import Answer, Decision
from meldcode.people import PartnerRole
from meldcode.refusal import Refusal
from tests.builders import (
    ANSWERS,
    CLOSE,
    FOLLOW,
    REOPEN,
    SAFE,
    TOGETHER,
    UNSAFE,
    WEIGH,
    answer,
    answered,
    ask,
    decided,
    decision,
    play,
    raised,
    weighed,
)
from tests.builders_melding import WEIGH_AGAIN
from tests.school import CHAIR, OKA

FOLLOWED = [Decision.HELP, Decision.MELDING, Decision.BOTH]


def test_a_weighing_is_kept_as_it_was_made() -> None:
    """The record names who was there, the three questions of the protocol and the reason."""
    happened = ask(
        raised(), replace(WEIGH, risks=" Hunger. ", reason=" Three signals. ", risks_long="Shame.")
    )

    assert happened == (
        events.Weighed(
            TOGETHER,
            Answer.NO,
            Answer.YES,
            "Hunger.",
            "Three signals.",
            risks_long="Shame.",
            second=True,
        ),
    )


def test_a_written_partner_brings_a_role_and_is_no_person_of_the_app() -> None:
    """Two people in one role weigh with a nurse beside them; one person and a nurse do not."""
    alike = tuple(replace(one, role=TOGETHER[0].role) for one in TOGETHER)
    written = replace(WEIGH, partners="E. Berg", partner_roles=(PartnerRole.JGZ,))
    (kept,) = play(raised(), replace(written, present=alike)).weighings

    assert (kept.partners, kept.partner_roles) == ("E. Berg", (PartnerRole.JGZ,))
    assert ask(raised(), replace(WEIGH, present=alike)) == Refusal("err.together", "present")
    assert ask(raised(), replace(written, present=TOGETHER[:1])) == Refusal(
        "err.together", "present"
    )


def test_an_answer_is_kept_with_its_reason() -> None:
    """Each of the five questions stands in the record with why it was answered so."""
    happened = ask(weighed(), answer(1, Answer.DOUBT), by=CHAIR)

    assert happened == (events.QuestionAnswered(1, Answer.DOUBT, "This is why."),)


def test_after_unsafety_the_other_questions_may_follow() -> None:
    """They are gone through with Veilig Thuis, and leave the melding as it is."""
    case = play(decided(Decision.MELDING), answer(3, Answer.YES), answer(4, Answer.YES))

    assert case.questions == (*UNSAFE, Answer.YES, Answer.YES)
    assert case.decision is not None


@pytest.mark.parametrize("chosen", Decision)
def test_a_decision_says_who_does_what(chosen: Decision) -> None:
    """The record holds who decided, who reports and who tells the parents (protocol, step 5)."""
    command = decision(chosen)

    made = play(answered(*ANSWERS[chosen]), command).decision

    assert made == events.Decided(
        decision=chosen,
        reason=command.reason,
        present=TOGETHER,
        reporter=command.reporter,
        informs_parents=command.informs_parents,
        not_informing=None,
    )


def test_parents_may_stay_uninformed_with_a_reason() -> None:
    """Safety or haste may forbid telling them beforehand; then the record says why."""
    command = replace(
        decision(Decision.MELDING), informs_parents=None, not_informing="It is not safe now."
    )

    made = play(answered(*UNSAFE), command).decision

    assert made is not None
    assert (made.informs_parents, made.not_informing) == (None, "It is not safe now.")


@pytest.mark.parametrize("chosen", FOLLOWED)
def test_a_decision_starts_following(chosen: Decision) -> None:
    """A school is not "klaar" after a report or help: the first look is agreed at once."""
    happened = ask(answered(*ANSWERS[chosen]), decision(chosen))

    assert isinstance(happened, tuple)
    assert [type(event) for event in happened] == [events.Decided, events.FollowingAgreed]


def test_without_a_suspicion_nobody_is_asked_to_follow() -> None:
    """What proved to be no suspicion leaves no nudges behind."""
    assert decided(Decision.NO_SUSPICION).next_check is None


def test_a_decision_keeps_the_rhythm_that_was_agreed() -> None:
    """Who already follows the child goes on at the rhythm of their own choice."""
    case = play(answered(*SAFE), FOLLOW, decision(Decision.HELP))

    assert case.rhythm == FOLLOW.rhythm


def test_only_a_new_weighing_opens_the_lock() -> None:
    """Two people weigh anew with a reason; until all five answers are there nothing is open."""
    case = play(decided(Decision.MELDING), WEIGH_AGAIN)

    assert (case.questions, case.decision, len(case.weighings)) == ((), None, 2)
    assert ask(case, decision(Decision.HELP)) == Refusal("err.questions_first")


def test_the_answers_do_not_outlive_reopening() -> None:
    """A reopened case needs its questions answered again before anything is decided."""
    case = play(decided(), CLOSE, REOPEN)

    assert (case.questions, case.decision) == ((), None)
    assert ask(case, decision(Decision.HELP)) == Refusal("err.questions_first")


def test_whoever_reports_need_not_be_of_the_school() -> None:
    """Often it is better that another professional reports (protocol, "Melden")."""
    made = decided(Decision.BOTH).decision

    assert made is not None
    assert made.reporter == OKA.id
