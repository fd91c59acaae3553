from dataclasses import replace
from datetime import date, timedelta

import pytest

from meldcode import commands
from meldcode.case import Case
from meldcode.choices import Grounds
from meldcode.choices_rights import ErasureGround
from meldcode.duties import Duty, Kind, duties
from meldcode.people import Audience
from meldcode.policy import Policy
from meldcode.refusal import Refusal
from meldcode.retention import erasable, expires, held, left_on, order
from tests.builders import CLOSE, REOPEN, closed, decided, play, raised, withdrawn
from tests.builders_after import moving, unfounded
from tests.builders_rights import ASK, GIVE, GRANT, HOLD, LEFT, LIFT, VEIL, asked, granted
from tests.school import CALENDAR, NOW, TEACHER, TODAY

TERMS = Policy(
    retention_resolved=2, retention_handed_over=3, retention_unfounded=1, retention_withdrawn=1
)
TERM = ErasureGround.TERM


def due(case: Case, *kinds: Kind, policy: Policy = TERMS) -> list[Duty]:
    return [one for one in duties(case, NOW, policy, CALENDAR) if one.kind in kinds]


def leaving(case: Case, policy: Policy = TERMS) -> list[Duty]:
    """What is asked about leaving, in a year with a summer."""
    summer = frozenset(date(2027, 7, 10) + timedelta(n) for n in range(44))
    year = replace(CALENDAR, closed=CALENDAR.closed | summer)
    return [one for one in duties(case, NOW, policy, year) if one.kind is Kind.STILL_HERE]


@pytest.mark.parametrize(
    "case, term",
    [
        (closed(), 2),
        (play(decided(), replace(CLOSE, grounds=Grounds.HANDED_OVER)), 3),
        (unfounded(), 1),
    ],
)
def test_how_it_ended_says_how_long_it_is_kept(case: Case, term: int) -> None:
    """So many years after the child left school, and to the day."""
    left = play(case, commands.NoteLeft(date(2025, 8, 29)))

    assert expires(left, TERMS) == date(2025 + term, 8, 29)


def test_without_a_confirmed_term_nothing_is_ever_over() -> None:
    """Nor without knowing that the child left, nor while the case goes on."""
    left = play(closed(), commands.NoteLeft(date(2000, 1, 3)))
    found = [
        expires(left, Policy()),
        expires(closed(), TERMS),
        expires(play(left, commands.NoteLeft(None, still=True)), TERMS),
        expires(play(left, REOPEN), TERMS),
    ]

    assert found == [None] * 4
    assert erasable(left, TERM, TODAY, Policy()) == Refusal("err.keep.term", "ground")
    assert erasable(left, TERM, TODAY, TERMS) is None


def test_what_was_taken_back_is_kept_from_that_day_on() -> None:
    """Nobody is asked whether that child left, and once it is over the one who told decides."""
    case, over = withdrawn(), TODAY.replace(year=TODAY.year + 1)

    assert expires(case, TERMS) == over
    assert expires(case, Policy()) is None
    assert erasable(case, TERM, over - timedelta(days=1), TERMS) is not None
    assert erasable(case, TERM, over, TERMS) is None
    assert order(case, TEACHER.id) == (TERM, TEACHER.id)
    assert [one.kind for one in duties(case, NOW, TERMS, CALENDAR)] == []


def test_a_leap_day_is_followed_by_the_first_of_march() -> None:
    """A term that would end on a day that is not there ends a day later."""
    left = play(closed(), commands.NoteLeft(date(2024, 2, 29)))

    assert expires(left, TERMS) == date(2026, 3, 1)


def test_a_move_that_was_reported_tells_when_the_child_left() -> None:
    """Until somebody looked it up, and said something else."""
    moved = moving(commands.ReportMove(TODAY, new_school=None, sudden=False))
    still = play(moved, commands.NoteLeft(None, still=True))

    assert left_on(moved) == left_on(play(still, LEFT)) == TODAY
    assert left_on(still) is None


def test_the_term_warns_before_it_is_over_and_on_the_day() -> None:
    """Whoever holds it and the aandachtsfunctionaris; a hold or a request keeps it silent."""
    left = play(closed(), LEFT)
    found = due(left, Kind.EXPIRES)
    over = CALENDAR.add(TODAY.replace(year=TODAY.year + 2), 0)

    assert {one.to for one in found} == {Audience.HOLDER, Audience.AANDACHTSFUNCTIONARIS}
    assert {CALENDAR.today(one.at) for one in found} == {CALENDAR.add(over, -20), over}
    assert due(play(left, HOLD), Kind.EXPIRES) == []
    assert due(play(left, ASK), Kind.EXPIRES) == []
    assert due(left, Kind.EXPIRES, policy=Policy()) == []


def test_after_the_summer_it_is_asked_if_the_child_is_still_there() -> None:
    """Only where a term waits for it, and not once that is known."""
    cases = (closed(), play(closed(), LEFT), play(closed(), commands.NoteLeft(None, still=True)))
    asked = [[one.at.date() for one in leaving(case)] for case in cases]

    assert asked == [[date(2027, 8, 23)], [], [date(2027, 8, 23)]]
    assert leaving(closed(), Policy()) == []


def test_what_holds_a_case_can_be_let_go() -> None:
    """A hold by hand, a request by its answer; a case that goes on is always held."""
    answered = play(asked(), VEIL, GRANT, GIVE)

    assert held(raised()) == Refusal("err.keep.open")
    assert held(play(closed(), HOLD)) == Refusal("err.keep.hold")
    assert held(asked()) == Refusal("err.keep.request")
    assert [held(case) for case in (play(closed(), HOLD, LIFT), answered, granted())] == [None] * 3


def test_a_new_hold_takes_the_decision_back() -> None:
    """What was decided before a complaint is decided anew after it."""
    decide = commands.DecideErasure(ErasureGround.REQUEST, "director", "They asked.")
    case = play(granted(), decide)

    assert case.keeping.order is not None
    assert play(case, HOLD).keeping.order is None
    assert play(case, replace(ASK, request="other")).keeping.order is None
    assert play(case, REOPEN).keeping.order is None


def test_asked_again_it_is_the_same() -> None:
    """A hold or a request that is delivered twice stands in the case once."""
    for once, command in ((play(closed(), HOLD), HOLD), (asked(), ASK)):
        assert play(once, command) == once


def test_a_request_is_reminded_of_until_it_is_answered() -> None:
    """Halfway, in the last week and the day before; then the director hears of it too."""
    case = asked()
    found = due(case, Kind.REQUEST)
    until = case.requests[0].made.until
    last = max(CALENDAR.today(one.at) for one in found)

    assert until == TODAY + timedelta(days=28)
    assert len({one.at for one in found}) == 3
    assert last < until
    assert {one.to for one in found if CALENDAR.today(one.at) == last} == {
        *(Audience.HOLDER, Audience.AANDACHTSFUNCTIONARIS, Audience.DIRECTOR)
    }
    assert due(play(case, VEIL, GRANT, GIVE), Kind.REQUEST) == []
