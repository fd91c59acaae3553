from dataclasses import replace
from datetime import date, timedelta

import pytest

from meldcode import commands, events
from meldcode.choices import REPORTING, Answer, Decision
from meldcode.choices_melding import Effect
from meldcode.owing import melding_owed
from meldcode.parts import Status
from meldcode.refusal import Refusal
from meldcode.weighing import allowed
from tests.builders import CLOSE, SAFE, answer, answered, ask, decided, decision, play, taken
from tests.builders_melding import (
    FAILS,
    FEEDBACK,
    HELP,
    PARTLY,
    PLAN,
    REPORT,
    WEIGH_AGAIN,
    WORKS,
    helped,
)
from tests.school import MEETING_ON, NOW, TODAY

YES, NO = Answer.YES, Answer.NO


def test_help_has_a_term_goals_and_a_case_manager() -> None:
    """The record says what help there is, until when, what for and who keeps the overview."""
    happened = ask(decided(), HELP)

    assert happened == (
        events.HelpArranged(
            help="help",
            by=HELP.by,
            what=HELP.what,
            until=MEETING_ON,
            goals=HELP.goals,
            manager=HELP.manager,
            manager_other=None,
            advice=HELP.advice,
        ),
    )


def test_a_case_manager_need_not_be_in_the_app() -> None:
    """Somebody of another organisation is named in words."""
    case = play(taken(), replace(HELP, manager=None, manager_other="A. of the OKT"))

    assert (case.helps[0].manager, case.helps[0].manager_other) == (None, "A. of the OKT")


def test_help_starts_following() -> None:
    """Also without a formal decision somebody looks how the child is doing (step 6)."""
    assert play(taken(), HELP).next_check is not None


def test_asked_twice_it_is_the_same_help() -> None:
    """A message that is delivered again arranges nothing again."""
    assert ask(helped(), HELP) == ()


@pytest.mark.parametrize(
    "before",
    [(decision(Decision.BOTH),), (PLAN,), (PLAN, REPORT)],
    ids=["decided", "planned", "reported"],
)
def test_beside_a_melding_help_may_be_arranged(before: tuple[commands.Command, ...]) -> None:
    """Once it is clear that there will be a melding, help needs no further permission."""
    case = play(answered(YES, YES), *before)

    assert play(case, HELP).helps[0].id == "help"


def test_help_that_works_can_be_let_go() -> None:
    """Question 5 was answered with yes and it came true: the case may be closed."""
    assert play(helped(), WORKS, CLOSE).status == Status.CLOSED


def test_help_that_works_in_part_goes_on_with_a_new_term() -> None:
    """The new end of the term takes the place of the old one."""
    later = MEETING_ON + timedelta(days=30)
    case = play(helped(), replace(PARTLY, until=later))

    assert (case.helps[0].until, case.helps[0].running) == (later, True)


def test_before_its_end_a_term_need_not_be_changed() -> None:
    """Half-way people may say that it works in part, and look again at the end."""
    assert play(helped(), PARTLY).helps[0].until == MEETING_ON


@pytest.mark.parametrize("effect", [Effect.YES, Effect.NO])
def test_a_new_term_belongs_to_help_that_goes_on(effect: Effect) -> None:
    """A date that was filled in with another answer is left out."""
    command = replace(PARTLY, effect=effect, until=date(2027, 1, 20))

    assert play(helped(), command).helps[0].until == MEETING_ON


def test_help_that_fails_answers_question_five_with_no() -> None:
    """The expectation falls, the decision on it too, and only a melding is left (domain.md 1.2)."""
    happened = ask(helped(), FAILS)
    case = play(helped(), FAILS)

    assert happened == (
        events.HelpEvaluated("help", Effect.NO, FAILS.text, None),
        events.QuestionAnswered(5, NO, FAILS.text),
    )
    assert (case.questions, case.decision) == ((*SAFE[:4], NO), None)
    assert allowed(case.questions) == REPORTING
    assert melding_owed(case) == NOW


def test_a_question_that_waits_is_answered_by_help_that_fails() -> None:
    """With four answers given, the fifth is that it does not work."""
    case = play(answered(*SAFE[:4]), HELP, FAILS)

    assert case.questions == (*SAFE[:4], NO)


@pytest.mark.parametrize("count", [0, 1, 3])
def test_questions_that_have_not_come_so_far_stay_open(count: int) -> None:
    """They go on in their order; nothing is answered out of turn."""
    case = play(answered(*SAFE[:count]), HELP, FAILS)

    assert case.questions == SAFE[:count]


def test_help_that_fails_without_a_suspicion_answers_nothing() -> None:
    """Where nobody thinks of violence, help that does not work is no reason to report."""
    case = play(answered(NO), decision(Decision.NO_SUSPICION), HELP, FAILS)

    assert (case.questions, melding_owed(case)) == ((NO,), None)


def test_after_failed_help_it_is_reported_again() -> None:
    """A melding that was done with the first decision does not count for the second."""
    first = play(decided(Decision.BOTH), PLAN, REPORT, FEEDBACK, HELP, FAILS)
    second = play(first, decision(Decision.MELDING))

    assert melding_owed(first) == NOW
    assert ask(second, CLOSE) == Refusal("err.report_first")
    assert play(second, REPORT, FEEDBACK, CLOSE).status == Status.CLOSED


def test_help_that_fails_can_be_weighed_anew() -> None:
    """The way back is a new weighing by two people, as everywhere."""
    case = play(helped(), FAILS, WEIGH_AGAIN, answer(1, NO), decision(Decision.NO_SUSPICION))

    assert play(case, CLOSE).status == Status.CLOSED


def test_at_the_end_of_its_term_half_an_effect_is_not_enough() -> None:
    """Then there is a new term, or it does not work: question 5 asks for help within its term."""
    ended = play(taken(), replace(HELP, until=TODAY))

    assert ask(ended, PARTLY) == Refusal("err.new_term", "until")
    assert play(ended, replace(PARTLY, until=MEETING_ON)).helps[0].until == MEETING_ON
