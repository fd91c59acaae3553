import pytest

from meldcode import events
from meldcode.case import Case
from meldcode.choices import REPORTING, Answer, Decision
from meldcode.parts import Status
from meldcode.refusal import Refusal
from meldcode.weighing import ACCEPTED, allowed
from tests.builders import (
    CLOSE,
    REOPEN,
    SAFE,
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

YES, NO, DOUBT = Answer.YES, Answer.NO, Answer.DOUBT


@pytest.mark.parametrize("given", [(YES,), UNSAFE, SAFE, (YES, NO, NO)], ids=str)
def test_a_new_weighing_is_kept_with_its_day_and_reason(given: tuple[Answer, ...]) -> None:
    """The record says when it was weighed again, why, and who were there; the old one stays."""
    case = play(answered(*given), WEIGH_AGAIN)

    assert case.weighings == (
        events.Weighed(
            WEIGH.present, WEIGH.danger, WEIGH.hinders, WEIGH.risks, WEIGH.reason, second=True
        ),
        events.Weighed(
            WEIGH_AGAIN.present,
            WEIGH_AGAIN.danger,
            WEIGH_AGAIN.hinders,
            WEIGH_AGAIN.risks,
            WEIGH_AGAIN.reason,
            WEIGH_AGAIN.on,
            WEIGH_AGAIN.again,
            second=True,
        ),
    )
    assert (case.questions, case.decision) == ((), None)


def test_the_first_weighing_needs_no_reason_why_again() -> None:
    """Nobody explains what has not happened before."""
    assert play(raised(), WEIGH).weighings[0].again is None


def test_only_a_new_weighing_takes_answers_back() -> None:
    """An answer that was given cannot be given once more."""
    assert ask(answered(*UNSAFE), answer(2, NO)) == Refusal("err.order")


def test_after_a_new_weighing_everything_is_open_again() -> None:
    """New facts may make it safe; then help is enough."""
    again = play(answered(*UNSAFE), WEIGH_AGAIN)

    answers = (answer(n, given) for n, given in enumerate(SAFE, start=1))
    assert play(again, *answers, decision(Decision.HELP), CLOSE).status == Status.CLOSED


def test_a_weighing_before_any_answer_asks_for_no_new_decision() -> None:
    """Weighed twice with nothing answered, there is nothing that was taken back."""
    case = play(weighed(), WEIGH_AGAIN)

    assert play(case, CLOSE).status == Status.CLOSED


def test_reopening_asks_for_no_new_decision_either() -> None:
    """What was decided in an earlier round has ended with it."""
    once = play(decided(), WEIGH_AGAIN, answer(1, NO), decision(Decision.NO_SUSPICION), CLOSE)

    assert play(once, REOPEN, CLOSE).status == Status.CLOSED


SERIOUS: tuple[tuple[Answer, ...], ...] = (
    (YES, YES, YES, YES, YES),
    (YES, DOUBT, YES, YES, YES),
    (DOUBT, YES, YES, YES, YES),
    (DOUBT, DOUBT, YES, YES, YES),
)
UNWILLING: tuple[tuple[Answer, ...], ...] = (
    (YES, NO, YES, NO),
    (YES, NO, YES, NO, YES),
    (YES, YES, YES, NO),
    (DOUBT, NO, YES, NO),
)


@pytest.mark.parametrize("given", SERIOUS, ids=str)
def test_help_that_is_accepted_does_not_replace_a_melding(given: tuple[Answer, ...]) -> None:
    """Serious signals are reported also when the parents take the help (protocol, "Melden")."""
    case = answered(*given)

    assert case.questions[ACCEPTED - 1] is YES
    assert allowed(case.questions) == REPORTING
    assert ask(case, decision(Decision.HELP)) == Refusal("err.must_report", "decision")
    assert chosen(case, Decision.BOTH) is Decision.BOTH


@pytest.mark.parametrize("given", UNWILLING, ids=str)
def test_without_cooperation_it_is_reported_for_sure(given: tuple[Answer, ...]) -> None:
    """If no approach is possible with the parents, "zal zeker besloten worden" to report."""
    case = answered(*given)

    assert allowed(case.questions) == REPORTING
    assert isinstance(ask(case, decision(Decision.HELP)), Refusal)
    assert chosen(case, Decision.MELDING) is Decision.MELDING


def chosen(case: Case, wanted: Decision) -> Decision | None:
    made = play(case, decision(wanted)).decision
    return made.decision if made else None
