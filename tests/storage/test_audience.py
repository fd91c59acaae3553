from dataclasses import replace

import pytest

from meldcode.events import CaseTaken, FollowerNamed
from meldcode.people import Audience, Role
from storage.records import Meeting, Organisation, Subject
from storage.unit import Unit
from tests.storage.builders import NOW, TODAY, member, organisation, raise_signal

pytestmark = pytest.mark.both_databases

CASE, MEETING, SCHOOL = (
    Subject("case", "case-1"),
    Subject("meeting", "zbo-1"),
    Subject("school", "s1"),
)
BOTH = ["ib", "ib-two"]


@pytest.fixture
def filled(unit: Unit) -> Unit:
    """A store with one case that nobody has taken."""
    raise_signal(unit)
    return unit


@pytest.fixture
def taken(filled: Unit) -> Unit:
    """The same store after the second IB'er took the case."""
    case = filled.cases.fold("case-1")
    assert case is not None
    filled.cases.save(case, [CaseTaken("ib-two")], "ib-two", NOW)
    return filled


def who(unit: Unit, subject: Subject, to: Audience, person: str | None = None) -> list[str]:
    return [one.id for one in unit.audiences.of(subject, to, TODAY, person)]


def without(*ids: str) -> Organisation:
    known = organisation()
    return replace(known, people=tuple(one for one in known.people if one.id not in ids))


def test_every_place_in_a_case_leads_to_somebody(filled: Unit) -> None:
    """Each audience of a case is found at its own school."""
    found = {to: who(filled, CASE, to, "director") for to in Audience}

    assert found == {
        Audience.RAISER: ["teacher"],
        Audience.HOLDER: BOTH,
        Audience.DEPUTY: ["deputy"],
        Audience.AANDACHTSFUNCTIONARIS: ["attention"],
        Audience.DIRECTOR: ["director"],
        Audience.CHAIR: ["chair"],
        Audience.MEMBER: [],
        Audience.OWNER: ["director"],
        Audience.FOLLOWER: [],
        Audience.SECOND: [*BOTH, "deputy", "attention"],
    }


def test_a_taken_case_has_one_holder(taken: Unit) -> None:
    """Once somebody took the case, only they are the holder."""
    assert who(taken, CASE, Audience.HOLDER) == ["ib-two"]


def test_a_case_of_somebody_who_left_goes_to_the_others(taken: Unit) -> None:
    """A holder who is gone is replaced by every IB'er of the school."""
    taken.people.apply(without("ib-two"))

    assert who(taken, CASE, Audience.HOLDER) == ["ib"]


def test_a_case_of_somebody_who_lost_the_role_goes_to_the_others(taken: Unit) -> None:
    """A holder who is no longer in the care team hears nothing more of the case."""
    others = without("ib-two")
    now_teacher = member("ib-two", Role.TEACHER)
    taken.people.apply(replace(others, people=(*others.people, now_teacher)))

    assert who(taken, CASE, Audience.HOLDER) == ["ib"]


def test_who_sees_the_child_is_found_in_the_case(filled: Unit) -> None:
    """The teacher that was named last; who left is nobody, and so is who was never named."""
    case = filled.cases.fold("case-1")
    assert case is not None
    for name in ("director", "deputy"):
        named = FollowerNamed(name, TODAY, None, None, None)
        case = filled.cases.save(case, [named], "ib", NOW)
    found = who(filled, CASE, Audience.FOLLOWER)
    filled.people.apply(without("deputy"))

    assert found == ["deputy"]
    assert who(filled, CASE, Audience.FOLLOWER) == []


def test_a_raiser_who_left_is_nobody(filled: Unit) -> None:
    """Nothing is sent to a teacher who no longer works here."""
    filled.people.apply(without("teacher"))

    assert who(filled, CASE, Audience.RAISER) == []


def test_a_second_person_is_anybody_else_of_the_care_team(filled: Unit) -> None:
    """Those who are here; the others only while nobody else is left, and never who wrote it."""
    everybody = who(filled, CASE, Audience.SECOND, "deputy")
    filled.people.set_away("ib", away=True)
    here = who(filled, CASE, Audience.SECOND, "deputy")

    assert everybody == [*BOTH, "attention"]
    assert here == ["ib-two", "attention"]


def test_members_are_those_who_still_work_here(unit: Unit) -> None:
    """A member whose place at the school ended is not told of a meeting any more."""
    unit.meetings.add(Meeting("full", "s1", NOW, members=("ib", "other-ib", "teacher")))
    unit.people.apply(without("teacher"))

    assert who(unit, Subject("meeting", "full"), Audience.MEMBER) == ["ib"]
    assert who(unit, MEETING, Audience.MEMBER) == []


def test_a_meeting_has_its_own_chair(unit: Unit) -> None:
    """The chair of a meeting comes before whoever else chairs; without one it is the school's."""
    unit.meetings.add(Meeting("by-deputy", "s1", NOW, "deputy"))
    unit.meetings.add(Meeting("by-nobody", "s1", NOW))

    assert who(unit, MEETING, Audience.CHAIR) == ["chair"]
    assert who(unit, Subject("meeting", "by-deputy"), Audience.CHAIR) == ["deputy"]
    assert who(unit, Subject("meeting", "by-nobody"), Audience.CHAIR) == ["chair"]


def test_a_school_has_people_but_no_holder(unit: Unit) -> None:
    """For a school as a whole the holder is every IB'er, and there is no raiser."""
    assert who(unit, SCHOOL, Audience.HOLDER) == BOTH
    assert who(unit, SCHOOL, Audience.RAISER) == []


@pytest.mark.parametrize("kind", ["case", "meeting"])
@pytest.mark.parametrize("to", Audience)
def test_what_is_not_there_has_no_audience(unit: Unit, kind: str, to: Audience) -> None:
    """A case or meeting that does not exist leads to nobody."""
    assert who(unit, Subject(kind, "nothing"), to, "teacher") == []
