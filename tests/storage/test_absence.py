from datetime import timedelta

import pytest

from meldcode.people import Audience, Role
from storage.records import Organisation, Post, StaffMember, Subject
from storage.unit import Unit
from tests.school import NOW
from tests.storage.builders import school

pytestmark = pytest.mark.both_databases

TODAY = NOW.date()
SUBJECT = Subject("school", "linde")
IB, DEPUTY = Role.INTERN_BEGELEIDER, Role.DEPUTY


def _members(**roles: Role) -> tuple[StaffMember, ...]:
    return tuple(
        StaffMember(name, name, f"{name}@example.org", (Post("linde", role),))
        for name, role in roles.items()
    )


def _staff(unit: Unit, **roles: Role) -> None:
    unit.people.apply(Organisation((school("linde"),), _members(**roles)))


def _told(unit: Unit) -> list[str]:
    return [person.id for person in unit.audiences.of(SUBJECT, Audience.HOLDER, TODAY)]


def test_what_is_for_somebody_who_is_away_goes_to_the_deputy(unit: Unit) -> None:
    """While the only IB'er is away her deputy is told, and she again when she is back."""
    _staff(unit, ann=IB, dirk=DEPUTY)
    unit.people.set_away("ann", away=True)
    away = _told(unit)
    unit.people.set_away("ann", away=False)

    assert away == ["dirk"]
    assert _told(unit) == ["ann"]


def test_a_colleague_who_is_there_is_told_beside_the_deputy(unit: Unit) -> None:
    """With one of two IB'ers away the other one is told, and the deputy."""
    _staff(unit, ann=IB, bo=IB, dirk=DEPUTY)
    unit.people.set_away("ann", away=True)

    assert _told(unit) == ["bo", "dirk"]


def test_a_deputy_who_is_away_too_stands_in_for_nobody(unit: Unit) -> None:
    """Only a deputy who is there is told; one who is an IB'er as well is told once."""
    posts = (Post("linde", IB), Post("linde", DEPUTY))
    both = StaffMember("bo", "bo", "bo@example.org", posts)
    members = (*_members(ann=IB, dirk=DEPUTY), both)
    unit.people.apply(Organisation((school("linde"),), members))
    for name in ("ann", "dirk"):
        unit.people.set_away(name, away=True)

    assert _told(unit) == ["bo"]


def test_without_a_deputy_nothing_is_lost(unit: Unit) -> None:
    """Somebody who is away is told all the same when nobody stands in."""
    _staff(unit, ann=IB)
    unit.people.set_away("ann", away=True)
    unit.people.set_away("ann", away=True)

    assert _told(unit) == ["ann"]


def test_a_deputy_receives_where_there_is_no_intern_begeleider(unit: Unit) -> None:
    """A school between two IB'ers loses no signal: the deputy is told at once."""
    _staff(unit, dirk=DEPUTY)

    assert _told(unit) == ["dirk"]


def test_an_absence_ends_after_its_last_day(unit: Unit) -> None:
    """Without a day it holds until somebody says so; with one, up to and with that day."""
    _staff(unit, ann=IB, dirk=DEPUTY)
    unit.people.set_away("ann", away=True, until=TODAY)
    first = [unit.people.is_away("ann", TODAY + timedelta(days=days)) for days in (0, 1)]
    unit.people.set_away("ann", away=True)

    assert first == [True, False]
    assert unit.people.is_away("ann", TODAY + timedelta(days=300))
    assert unit.people.away_until("ann") is None
