from dataclasses import replace
from datetime import timedelta

import pytest

from meldcode.people import Person, Role
from storage.records import Organisation, Post, StaffMember
from storage.unit import Unit
from tests.storage.builders import TODAY, member, organisation, school

pytestmark = pytest.mark.both_databases

PAST = Post("s2", Role.DEPUTY, until=TODAY - timedelta(days=1))


def ids(people: tuple[Person, ...]) -> list[str]:
    return [person.id for person in people]


def test_a_person_has_the_roles_of_each_school(unit: Unit) -> None:
    """Somebody who works at two schools has at each the roles held there."""
    posts = (Post("s1", Role.TEACHER), Post("s2", Role.OKA), Post("s2", Role.SMW))
    both = StaffMember("both", "Name", "both@school.example", posts)
    unit.people.apply(Organisation((school(), school("s2")), (both,)))

    assert unit.people.get("both", TODAY) == Person(
        "both",
        "Name",
        {"s1": frozenset({Role.TEACHER}), "s2": frozenset({Role.OKA, Role.SMW})},
        on=TODAY,
    )


def test_a_role_counts_on_its_days_only(unit: Unit) -> None:
    """A replacement has the role from the first to the last day, both included."""
    first, last = TODAY, TODAY + timedelta(days=5)
    stand_in = replace(member("stand-in"), posts=(Post("s1", Role.DEPUTY, first, last),))
    unit.people.apply(Organisation((school(),), (stand_in,)))
    holds = {
        days: bool(unit.people.of_school("s1", Role.DEPUTY, TODAY + timedelta(days=days)))
        for days in (-1, 0, 5, 6)
    }

    assert holds == {-1: False, 0: True, 5: True, 6: False}
    after = TODAY + timedelta(days=6)
    assert unit.people.get("stand-in", after) == Person("stand-in", "Name of stand-in", on=after)


def test_the_care_teams_of_other_schools(unit: Unit) -> None:
    """Who reads cases elsewhere, by name: nobody of this school, and no other role."""
    both = (Post("s1", Role.TEACHER), Post("s2", Role.DEPUTY))
    people = (
        member("ib"),
        member("vera", Role.INTERN_BEGELEIDER, school="s2"),
        member("amy", Role.AANDACHTSFUNCTIONARIS, school="s2"),
        member("oka", Role.OKA, school="s2"),
        StaffMember("both", "Name", "both@school.example", both),
        replace(member("gone", Role.DEPUTY, school="s2"), posts=(PAST,)),
    )
    unit.people.apply(Organisation((school(), school("s2")), people))

    assert ids(unit.people.care_elsewhere("s1", TODAY)) == ["amy", "vera"]


def test_people_are_found_by_address_whatever_its_case(unit: Unit) -> None:
    """Chat and the organisation file may spell an address differently."""
    shouting = StaffMember("loud", "Name", "LOUD@School.example")
    known = organisation()
    unit.people.apply(replace(known, people=(*known.people, shouting)))
    found = unit.people.by_email("Teacher@School.Example", TODAY)

    assert found == unit.people.get("teacher", TODAY)
    assert unit.people.by_email("loud@school.example", TODAY) == unit.people.get("loud", TODAY)
    assert unit.people.by_email("nobody@school.example", TODAY) is None
    assert unit.people.email("teacher") == "teacher@school.example"


def test_an_account_leads_to_its_person(unit: Unit) -> None:
    """A linked chat account is recognised, on its own platform only."""
    unit.people.link("teacher", "slack", "U1")

    assert unit.people.by_platform("slack", "U1", TODAY) == unit.people.get("teacher", TODAY)
    assert unit.people.by_platform("teams", "U1", TODAY) is None
    assert unit.people.platform_id("teacher", "slack") == "U1"
    assert unit.people.platform_id("ib", "slack") is None


def test_an_account_belongs_to_the_last_who_was_linked(unit: Unit) -> None:
    """Linking anew replaces a person's account, and takes an account over from another."""
    unit.people.link("teacher", "slack", "U1")
    unit.people.link("teacher", "slack", "U2")
    unit.people.link("ib", "slack", "U2")

    assert unit.people.by_platform("slack", "U1", TODAY) is None
    assert unit.people.by_platform("slack", "U2", TODAY) == unit.people.get("ib", TODAY)
    assert unit.people.platform_id("teacher", "slack") is None


def test_a_role_is_listed_in_the_order_of_the_file(unit: Unit) -> None:
    """The first IB'er of the file is the first who is asked."""
    assert ids(unit.people.of_school("s1", Role.INTERN_BEGELEIDER, TODAY)) == ["ib", "ib-two"]
    assert ids(unit.people.of_school("s2", Role.INTERN_BEGELEIDER, TODAY)) == ["other-ib"]
    assert ids(unit.people.of_school("s3", Role.INTERN_BEGELEIDER, TODAY)) == []


def test_who_left_is_not_found_but_keeps_a_name(unit: Unit) -> None:
    """A person whom the file no longer has can do nothing, and still stands under their work."""
    known = organisation()
    unit.people.link("ib", "slack", "U1")
    staying = tuple(one for one in known.people if one.id != "ib")
    unit.people.apply(replace(known, people=staying))

    assert unit.people.get("ib", TODAY) is None
    assert unit.people.by_email("ib@school.example", TODAY) is None
    assert unit.people.by_platform("slack", "U1", TODAY) is None
    assert unit.people.email("ib") is None
    assert ids(unit.people.of_school("s1", Role.INTERN_BEGELEIDER, TODAY)) == ["ib-two"]
    assert unit.people.names(["ib", "teacher", "nobody"]) == {
        "ib": "Name of ib",
        "teacher": "Name of teacher",
    }


def test_a_school_names_whom_to_call(unit: Unit) -> None:
    """A school comes back with its contact; one that the file left out does not."""
    unit.people.apply(replace(organisation(), schools=(school(),)))

    assert unit.people.school("s1") == school()
    assert unit.people.school("s2") is None
    assert unit.people.schools() == (school(),)


def test_the_staff_of_a_school_is_everybody_with_a_role_there(unit: Unit) -> None:
    """By name, each once, with all their roles at every school; nobody of other schools."""
    both = (Post("linde", Role.TEACHER), Post("linde", Role.DEPUTY), Post("eik", Role.OKA))
    people = (
        StaffMember("z", "Zus", "z@example.org", both),
        StaffMember("a", "Aal", "a@example.org", (Post("linde", Role.JGZ),)),
        StaffMember("e", "Els", "e@example.org", (Post("eik", Role.TEACHER),)),
    )
    unit.people.apply(Organisation((school("linde"), school("eik")), people))
    staff = unit.people.staff("linde", TODAY)

    assert [one.id for one in staff] == ["a", "z"]
    assert staff[1].roles == {
        "linde": frozenset({Role.TEACHER, Role.DEPUTY}),
        "eik": frozenset({Role.OKA}),
    }


def test_what_was_read_does_not_outlive_a_change(unit: Unit) -> None:
    """Whoever was looked up before the organisation file is applied is as the file says after."""
    unit.people.apply(organisation())
    before = unit.people.get("teacher", TODAY), unit.people.school("s1")
    moved = StaffMember("teacher", "Name", "teacher@school.example", (Post("s2", Role.OKA),))
    unit.people.apply(Organisation((school("s2"),), (moved,)))

    assert unit.people.get("teacher", TODAY) != before[0]
    assert before[1] is not None
    assert unit.people.school("s1") is None
    assert unit.people.of_school("s1", Role.TEACHER, TODAY) == ()
