from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from meldcode.people import Role
from storage.records import Changes, Meeting, Organisation, Post, School, StaffMember
from storage.unit import Unit
from tests.storage.builders import DAY, NOW, TODAY, member, organisation

pytestmark = pytest.mark.both_databases

NONE = Changes()
IDS = st.sampled_from(["a", "b", "c"])
DATES = st.none() | st.sampled_from([TODAY, TODAY + timedelta(days=9)])


NAMES = st.text(st.characters(exclude_categories=["Cs", "Cc"]))
"""The organisation file takes no control characters; PostgreSQL keeps no text with a zero in it."""


@st.composite
def organisations(draw: st.DrawFn) -> Organisation:
    """Files that a board could write: ids are unique, and who is named is there."""
    schools = draw(st.lists(IDS, unique=True, min_size=1))
    posts = st.builds(
        Post, st.sampled_from(schools), st.sampled_from(Role), since=DATES, until=DATES
    )
    people = draw(st.lists(IDS, unique=True))
    return Organisation(
        tuple(School(one, draw(NAMES), "", "", {"region": draw(IDS)}) for one in schools),
        tuple(StaffMember(one, draw(NAMES), one, draw(held(posts))) for one in people),
        draw(meetings(schools, people)),
    )


def held(posts: st.SearchStrategy[Post]) -> st.SearchStrategy[tuple[Post, ...]]:
    return st.lists(posts, unique_by=lambda post: (post.school, post.role)).map(tuple)


def meetings(
    schools: Sequence[str], people: Sequence[str]
) -> st.SearchStrategy[tuple[Meeting, ...]]:
    days = st.integers(0, 3).map(lambda days: NOW + days * DAY)
    chair = st.sampled_from([None, *people])
    seats = st.lists(st.sampled_from(people), unique=True) if people else st.just([])
    members = seats.map(lambda found: tuple(sorted(found)))
    meeting = st.builds(Meeting, IDS, st.sampled_from(schools), days, chair, members)
    return st.lists(meeting, unique_by=lambda one: one.id).map(tuple)


def roles_today(member: StaffMember) -> dict[str, frozenset[Role]]:
    roles: dict[str, frozenset[Role]] = {}
    for post in member.posts:
        if (post.since or TODAY) <= TODAY <= (post.until or TODAY):
            roles[post.school] = roles.get(post.school, frozenset()) | {post.role}
    return roles


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(st.lists(organisations(), min_size=1, max_size=3))
def test_a_second_time_changes_nothing(unit: Unit, files: list[Organisation]) -> None:
    """After any row of files, the last one applied again finds nothing to do."""
    for file in files:
        unit.people.apply(file)

    assert unit.people.apply(files[-1]) == NONE


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(organisations(), organisations())
def test_the_last_file_is_what_counts(
    unit: Unit, before: Organisation, after: Organisation
) -> None:
    """Whatever was applied before, schools, people, roles and meetings are those of the last."""
    unit.people.apply(before)
    unit.people.apply(after)
    found = [unit.people.get(person_id, TODAY) for person_id in "abc"]

    assert sorted(unit.people.schools(), key=str) == sorted(after.schools, key=str)
    assert {person.id: person.roles for person in found if person} == {
        member.id: roles_today(member) for member in after.people
    }
    assert [unit.meetings.get(one.id) for one in after.meetings] == list(after.meetings)


def test_changes_are_counted(unit: Unit) -> None:
    """Whoever applies a file hears how many rows were added, changed and taken away."""
    known = organisation()
    renamed = replace(known.people[0], name="Another name")
    newcomer = member("newcomer", Role.SMW)
    people = (renamed, *known.people[1:-1], newcomer)

    assert unit.people.apply(known) == NONE
    assert unit.people.apply(replace(known, people=people)) == Changes(2, 1, 2)


def test_a_meeting_from_chat_stays(unit: Unit) -> None:
    """A meeting that was added in chat survives a file that does not know it."""
    unit.meetings.add(Meeting("extra", "s1", NOW + DAY))
    unit.people.apply(replace(organisation(), meetings=()))

    assert [meeting.id for meeting in unit.meetings.upcoming("s1", NOW)] == ["extra"]
    assert unit.meetings.get("zbo-1") is None


def test_who_comes_back_is_active_again(unit: Unit) -> None:
    """A person who was left out and is put back can be found again."""
    known = organisation()
    unit.people.apply(replace(known, people=()))
    unit.people.apply(known)

    assert unit.people.get("ib", TODAY) is not None
