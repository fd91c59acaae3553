from datetime import datetime
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from meldcode.duties import Duty, Kind
from meldcode.people import Audience
from storage.due import Due
from storage.records import Subject
from storage.unit import Unit
from tests.storage.builders import DAY, HOUR, MINUTE, NOW, duty

pytestmark = pytest.mark.both_databases

LEASE = 2 * MINUTE
CASE, MEETING = Subject("case", "case-1"), Subject("meeting", "case-1")


def claim(unit: Unit, now: datetime = NOW) -> list[Due]:
    return list(unit.due.claim(now, LEASE, 10))


def test_a_duty_comes_back_as_it_was(unit: Unit) -> None:
    """A duty keeps all it says, and knows what it is about."""
    owed = Duty(Kind.AGREEMENT, "agreement:1", NOW, Audience.OWNER, "teacher")
    unit.due.sync(MEETING, [owed])

    assert claim(unit) == [Due(MEETING, owed)]


def test_a_duty_waits_for_its_moment(unit: Unit) -> None:
    """What is due later is not claimed before; then the oldest comes first."""
    unit.due.sync(CASE, [duty(at=NOW + DAY), duty("other", NOW + HOUR)])

    assert claim(unit) == []
    assert [due.duty.key for due in claim(unit, NOW + DAY)] == ["other", "look"]


def test_a_duty_that_is_done_is_never_due_again(unit: Unit) -> None:
    """Naming a done duty again, even at another moment, does not bring it back."""
    unit.due.sync(CASE, [duty()])
    due = claim(unit)[0]

    assert unit.due.done(due, NOW)
    assert not unit.due.done(due, NOW)

    unit.due.sync(CASE, [duty(at=NOW + HOUR)])
    unit.due.sync(CASE, [])
    unit.due.sync(CASE, [duty()])

    assert claim(unit, NOW + DAY) == []


def test_a_clock_that_was_ahead_holds_nothing_up(unit: Unit) -> None:
    """What was claimed by a clock that was a day ahead is free as soon as the clock is right."""
    unit.due.sync(CASE, [duty()])
    ahead = claim(unit, NOW + DAY)

    assert claim(unit, NOW) == ahead


def test_a_claimed_duty_comes_back_when_its_lease_ends(unit: Unit) -> None:
    """Two workers never hold the same duty; one that died gives it back."""
    unit.due.sync(CASE, [duty()])

    assert len(claim(unit, NOW)) == 1
    assert claim(unit, NOW + MINUTE) == []
    assert len(claim(unit, NOW + LEASE)) == 1


@pytest.mark.parametrize("now_wanted", [[], [duty(at=NOW + DAY)]])
def test_a_duty_that_changed_meanwhile_is_not_done(unit: Unit, now_wanted: list[Duty]) -> None:
    """Who claimed a duty that was then withdrawn or moved is told not to act on it."""
    unit.due.sync(CASE, [duty()])
    due = claim(unit)[0]
    unit.due.sync(CASE, now_wanted)

    assert not unit.due.done(due, NOW)
    assert [due.duty for due in claim(unit, NOW + DAY)] == now_wanted


def test_the_duties_of_one_subject_leave_others_alone(unit: Unit) -> None:
    """A case and a meeting can have duties with the same key."""
    unit.due.sync(CASE, [duty()])
    unit.due.sync(MEETING, [duty()])
    unit.due.sync(CASE, [])

    assert claim(unit) == [Due(MEETING, duty())]


def test_cases_are_found_by_what_fell_due(unit: Unit) -> None:
    """Ever, or lately; what is still to come and what is about a meeting does not count."""
    unit.due.sync(CASE, [duty(at=NOW - DAY)])
    unit.due.sync(Subject("case", "later"), [duty(at=NOW + HOUR)])
    unit.due.sync(MEETING, [duty(at=NOW)])
    kinds = {duty().kind}

    assert unit.due.cases(kinds, NOW) == {"case-1"}
    assert unit.due.cases(kinds, NOW, NOW - 2 * DAY) == {"case-1"}
    assert unit.due.cases(kinds, NOW, NOW - DAY) == frozenset()
    assert unit.due.cases(frozenset(Kind) - kinds, NOW) == frozenset()


KEYS = st.sampled_from("abc")
DUTIES = st.lists(
    st.builds(duty, KEYS, st.sampled_from([NOW, NOW + HOUR])), unique_by=lambda one: one.key
)


SUBJECTS = (Subject("case", f"case-{number}") for number in count())


@given(st.lists(DUTIES, min_size=1, max_size=6))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
def test_each_duty_is_done_once(unit: Unit, wishes: list[list[Duty]]) -> None:
    """However often duties are computed anew, none is done twice, and the last wish is done."""
    done, subject = [], next(SUBJECTS)
    for now in (NOW, NOW + HOUR):
        for wanted in wishes:
            unit.due.sync(subject, wanted)
            done += [due.duty.key for due in claim(unit, now) if unit.due.done(due, now)]

    assert len(done) == len(set(done))
    assert set(done) >= {wanted.key for wanted in wishes[-1]}


def test_it_counts_what_waits(unit: Unit) -> None:
    """Only open duties whose moment has come, whether somebody is at work on them or not."""
    unit.due.sync(CASE, [duty(at=NOW), duty("other", NOW + HOUR)])
    before, claimed = unit.due.waiting(NOW - MINUTE), claim(unit)
    during = unit.due.waiting(NOW)
    unit.due.done(claimed[0], NOW)

    assert (before, during, unit.due.waiting(NOW)) == (0, 1, 0)
