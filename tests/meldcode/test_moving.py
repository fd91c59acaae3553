from dataclasses import replace
from datetime import date

import pytest

from meldcode import events
from meldcode.case import Case
from meldcode.duties import Kind, duties
from meldcode.notices import Notice, Tone, notices
from meldcode.people import Audience
from tests.builders import ask, play, taken
from tests.builders_after import MOVE_HANDLED, MOVES, MOVES_TO, followed, moving
from tests.school import CALENDAR, COLLEAGUE, MEETING_ON, NOW, POLICY, TEACHER

TUESDAY, WEDNESDAY, THURSDAY = date(2026, 11, 3), date(2026, 11, 4), date(2026, 11, 5)
CARE = (Audience.HOLDER, Audience.AANDACHTSFUNCTIONARIS)


def climb(case: Case) -> list[tuple[date, Audience]]:
    found = duties(case, NOW, POLICY, CALENDAR)
    return [(duty.at.date(), duty.to) for duty in found if duty.kind is Kind.MOVE]


@pytest.mark.parametrize("who", [TEACHER, COLLEAGUE], ids=["raiser", "follower"])
def test_whoever_sees_the_child_can_tell_that_it_leaves(who: object) -> None:
    """The teacher who told, and the one who sees the child now, notice it first."""
    by = TEACHER if who is TEACHER else COLLEAGUE
    case = play(followed(), MOVES_TO, by=by)

    assert case.entries[-1].event == events.ChildMoves(MEETING_ON, "De Andere School", sudden=False)


def test_a_school_of_blanks_is_no_school() -> None:
    """Whoever types only spaces does not know it yet."""
    (moves,) = ask_moves("  ")

    assert moves.new_school is None


def ask_moves(school: str) -> tuple[events.ChildMoves, ...]:
    ruling = ask(taken(), replace(MOVES, new_school=school), by=TEACHER)
    return tuple(one for one in ruling if isinstance(one, events.ChildMoves))  # type: ignore[union-attr]  # no refusal here


@pytest.mark.parametrize("sudden, tone", [(True, Tone.NOW), (False, Tone.TODAY)])
def test_it_is_an_alarm_for_two(sudden: bool, tone: Tone) -> None:  # noqa: FBT001 - a row of the table
    """IB'er and aandachtsfunctionaris hear it at once, without a word of what happened."""
    assert notices([events.ChildMoves(TUESDAY, None, sudden)]) == tuple(
        Notice(to, tone, at_once=True) for to in CARE
    )


def test_it_is_asked_every_day_until_it_is_answered() -> None:
    """Today, tomorrow with the deputy, and the day after with the director."""
    assert climb(moving()) == [
        *((TUESDAY, to) for to in CARE),
        *((WEDNESDAY, to) for to in (*CARE, Audience.DEPUTY)),
        *((THURSDAY, to) for to in (*CARE, Audience.DIRECTOR)),
    ]
    assert climb(play(moving(), MOVE_HANDLED)) == []
    assert climb(taken()) == []


def test_something_can_be_passed_on_to_a_school_that_is_known() -> None:
    """What was told to the new school stands in the record."""
    told = replace(MOVE_HANDLED, passed_on="That there is help.")

    (handled,) = [
        entry.event
        for entry in play(moving(MOVES_TO), told).entries
        if isinstance(entry.event, events.MoveHandled)
    ]

    assert (handled.vt_told, handled.parents_told, handled.passed_on) == (
        True,
        False,
        "That there is help.",
    )
