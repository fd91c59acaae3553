from datetime import timedelta

import pytest

from meldcode.choices import Grounds
from meldcode.events import CaseClosed, CaseTaken, FollowingAgreed, SignalRead, SignalWithdrawn
from meldcode.parts import Status
from meldcode.progress import Stage
from storage.caselist import CaseLine
from storage.unit import Unit
from tests.storage.builders import DAY, NOW, TODAY, raise_signal

pytestmark = pytest.mark.both_databases


@pytest.fixture
def filled(unit: Unit) -> Unit:
    """A new case, a case taken by an IB'er, a closed and a withdrawn one, and another school's."""
    close = CaseClosed(Grounds.RESOLVED, "it goes well")
    check = FollowingAgreed(5, TODAY - timedelta(days=1))
    happened = {
        "new": (),
        "taken": (SignalRead(), CaseTaken("ib"), check),
        "closed": (CaseTaken("ib"), check, close),
        "withdrawn": (SignalWithdrawn(),),
    }
    for days, (case_id, events) in enumerate(happened.items()):
        case = raise_signal(unit, case_id, case_id, at=NOW + days * DAY)
        unit.cases.save(case, events, "ib", NOW + days * DAY)
    raise_signal(unit, "other", "other", by="other-teacher")
    return unit


def ids(lines: tuple[CaseLine, ...]) -> list[str]:
    return [line.id for line in lines]


def test_the_holder_sees_what_goes_on(filled: Unit) -> None:
    """An IB'er's list has the open cases she holds; closed ones on request."""
    assert ids(filled.lists.of_holder("ib")) == ["taken"]
    assert ids(filled.lists.of_holder("ib", Status.CLOSED)) == ["closed"]
    assert ids(filled.lists.of_holder("ib-two")) == []


def test_the_teacher_sees_all_she_raised(filled: Unit) -> None:
    """A teacher's list has her own signals, the oldest first, also what has ended."""
    assert ids(filled.lists.of_raiser("teacher")) == ["new", "taken", "closed", "withdrawn"]
    assert ids(filled.lists.of_raiser("other-teacher")) == ["other"]


def test_a_school_sees_its_own_cases_only(filled: Unit) -> None:
    """The list of a school never holds a case of another."""
    assert ids(filled.lists.of_school("s1")) == ["new", "taken"]
    assert ids(filled.lists.of_school("s1", *Status)) == ["new", "taken", "closed", "withdrawn"]
    assert ids(filled.lists.of_school("s2", *Status)) == ["other"]


def test_what_nobody_took_is_found(filled: Unit) -> None:
    """Cases that go on without a holder stand in a list of their own."""
    assert ids(filled.lists.unassigned("s1")) == ["new"]
    assert ids(filled.lists.unassigned("s2")) == ["other"]


def test_a_forgotten_look_is_found(filled: Unit) -> None:
    """A case is overdue from the day after its next look, and not once it is closed."""
    assert ids(filled.lists.overdue("s1", TODAY)) == ["taken"]
    assert ids(filled.lists.overdue("s1", TODAY - timedelta(days=1))) == []


def test_the_director_gets_counts(filled: Unit) -> None:
    """Counts are per stage, per school and from a moment on."""
    ended = {Stage.CLOSED: 1, Stage.WITHDRAWN: 1}

    assert filled.lists.counts("s1", NOW) == {Stage.SENT: 1, Stage.FOLLOW: 1, **ended}
    assert filled.lists.counts("s1", NOW + 2 * DAY) == ended
    assert filled.lists.counts("s2", NOW) == {Stage.SENT: 1}
