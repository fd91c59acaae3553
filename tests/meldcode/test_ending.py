from dataclasses import replace

import pytest

from meldcode import events
from meldcode.case import Case
from meldcode.choices import Answer, Bottleneck, Grounds, Helped
from meldcode.notices import notices
from meldcode.parts import Status
from meldcode.refusal import Refusal
from meldcode.retention import short, years
from tests.builders import (
    CLOSE,
    REOPEN,
    UNSAFE,
    WEIGH,
    answer,
    answered,
    ask,
    closed,
    decided,
    play,
    withdrawn,
)
from tests.builders_after import MOVE_HANDLED, MOVES_TO, OPINION, UNFOUNDED, moving, unfounded
from tests.builders_melding import WEIGH_AGAIN
from tests.school import POLICY


def test_after_reopening_people_weigh_before_they_answer() -> None:
    """What was weighed before the end is no ground for what is decided after it."""
    case = play(closed(), REOPEN)

    assert ask(case, answer(1, Answer.YES)) == Refusal("err.weigh_first")
    assert play(case, WEIGH, answer(1, Answer.YES)).questions == (Answer.YES,)


def test_the_first_weighing_after_reopening_is_no_weighing_anew() -> None:
    """It needs no reason why there is another one: the old ones are of the past."""
    case = play(closed(), REOPEN, WEIGH)

    assert len(case.weighings) == 1


@pytest.mark.parametrize(
    "case",
    [
        answered(*UNSAFE),
        play(answered(*UNSAFE), WEIGH_AGAIN),
        play(answered(*UNSAFE), WEIGH_AGAIN, answer(1, Answer.YES)),
        play(answered(*UNSAFE), WEIGH_AGAIN, answer(1, Answer.YES), answer(2, Answer.NO)),
        answered(Answer.YES, Answer.NO, Answer.NO),
    ],
    ids=["owed", "weighed anew", "one answer", "no longer unsafe", "no help"],
)
@pytest.mark.parametrize("grounds", Grounds)
def test_what_must_be_reported_is_not_closed_away(case: Case, grounds: Grounds) -> None:
    """Weighing anew is no way round it: only a decision ends it, whatever the grounds (R2)."""
    ruling = ask(case, replace(CLOSE, grounds=grounds))

    assert ruling in {Refusal("err.must_report"), Refusal("err.decide_again")}


def test_a_closing_tells_what_got_in_the_way_once() -> None:
    """The same bottleneck chosen twice is counted once; the words stay in the case."""
    twice = replace(UNFOUNDED, bottlenecks=(Bottleneck.TIME, Bottleneck.TIME))

    assert ask(decided(), twice) == (
        events.CaseClosed(
            Grounds.UNFOUNDED, "It was a bruise.", (Bottleneck.TIME,), "Nobody came.", second=True
        ),
    )


def test_a_child_that_leaves_is_not_let_go() -> None:
    """First is said what was done about the move, unless the suspicion was wrong."""
    case = moving()

    assert ask(case, CLOSE) == Refusal("err.move_open", "grounds")
    assert play(case, UNFOUNDED).status is Status.CLOSED
    assert play(case, MOVE_HANDLED, CLOSE).status is Status.CLOSED


def test_a_school_that_becomes_known_opens_the_move_again() -> None:
    """Now something may be passed on, so it is asked anew."""
    case = play(moving(), MOVE_HANDLED, MOVES_TO)

    assert ask(case, CLOSE) == Refusal("err.move_open", "grounds")
    assert case.move is not None
    assert case.move.new_school == "De Andere School"


@pytest.mark.parametrize("helped", Helped)
def test_the_teacher_may_say_afterwards_what_she_thought(helped: Helped) -> None:
    """Of a closed case, as often as she likes; the case stays closed and nobody is called."""
    case = play(closed(), replace(OPINION, helped=helped), OPINION)

    assert case.status is Status.CLOSED
    assert notices([events.OpinionGiven(helped, None)]) == ()


def test_unfounded_is_kept_for_a_short_time() -> None:
    """Closed as unfounded it carries the mark; opened again it does not."""
    again = play(unfounded(), REOPEN)

    assert (short(unfounded()), short(again), short(closed())) == (True, False, False)


def test_each_end_has_the_term_that_the_board_confirmed() -> None:
    """A case that goes on has none, and neither has one whose term is still open."""
    policy = replace(POLICY, retention_unfounded=1, retention_resolved=2, retention_withdrawn=3)
    handed_over = play(decided(), replace(CLOSE, grounds=Grounds.HANDED_OVER))

    found = [
        years(case, policy) for case in (unfounded(), closed(), withdrawn(), handed_over, decided())
    ]

    assert found == [1, 2, 3, None, None]
