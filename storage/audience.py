"""Turn a place in a case, school or meeting into the people who stand there now."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session, select

from meldcode.access import Relation
from meldcode.people import CARE_ROLES, Audience, Person, Role
from storage.excluding import excluded
from storage.people import People
from storage.records import Subject
from storage.tables import CaseRow, MeetingRow, ParticipantRow
from storage.tables_aside import MeetingMemberRow

ROLE_OF = {
    Audience.DEPUTY: Role.DEPUTY,
    Audience.AANDACHTSFUNCTIONARIS: Role.AANDACHTSFUNCTIONARIS,
    Audience.DIRECTOR: Role.DIRECTOR,
}

CARE = (Role.INTERN_BEGELEIDER, Role.DEPUTY, Role.AANDACHTSFUNCTIONARIS)

FOLLOWS = str(Relation.FOLLOWER)


@dataclass(frozen=True, slots=True)
class _Places:
    school: str
    raiser: str | None = None
    holder: str | None = None
    chair: str | None = None
    members: tuple[str, ...] = ()


class Audiences:
    def __init__(self, session: Session, people: People) -> None:
        self._session = session
        self._people = people

    def of(
        self, subject: Subject, to: Audience, on: date, person: str | None = None
    ) -> tuple[Person, ...]:
        """Active people only; empty if nobody stands there, or if `subject` does not exist.

        HOLDER is the holder while they are in the care team, and else every IB'er of the school;
        whoever of them is away is replaced by the deputies.
        Whoever is kept out of the case is replaced by the rest of the care team.
        CHAIR is the meeting's own chair, and else who chairs the school's ZBO; MEMBER are all
        standing members of the meeting who still have a place at its school. `person` is for
        OWNER, of which the case itself does not say who that is, and for SECOND: who it is not.
        FOLLOWER is nobody while the one who told is who sees the child.
        """
        places = self._places(subject)
        if places is None:
            return ()
        found = self._there(subject, places, to, on, person)
        out = excluded(self._session, subject.id) if subject.kind == "case" else frozenset()
        known = tuple(one for one in found if one.id not in out)
        other = known or not found or to is Audience.SECOND
        return known if other else self._rest(places.school, out, on)

    def _there(
        self, subject: Subject, places: _Places, to: Audience, on: date, person: str | None
    ) -> tuple[Person, ...]:
        match to:
            case Audience.RAISER | Audience.OWNER | Audience.FOLLOWER:
                found = self._one(self._person(subject, to, places, person), on)
                return found if to is not Audience.RAISER else _at(places.school, found)
            case Audience.HOLDER:
                return self._holder(places, on)
            case Audience.CHAIR:
                chairs = self._people.of_school(places.school, Role.ZBO_CHAIR, on)
                return self._one(places.chair, on) or chairs
            case Audience.SECOND:
                return self._rest(places.school, frozenset({person or ""}), on)
            case Audience.MEMBER:
                seats = (one for member in places.members for one in self._one(member, on))
                return _at(places.school, seats)
            case _:
                return self._people.of_school(places.school, ROLE_OF[to], on)

    def _rest(self, school: str, out: frozenset[str], on: date) -> tuple[Person, ...]:
        """The care team without whoever is kept out; those who are away only if nobody is here."""
        team = {
            one.id: one
            for role in CARE
            for one in self._people.of_school(school, role, on)
            if one.id not in out
        }
        found = tuple(team.values())
        return self._here(found) or found

    def _holder(self, places: _Places, on: date) -> tuple[Person, ...]:
        found = self._one(places.holder, on)
        if not found or not found[0].has(places.school, *CARE_ROLES):
            found = self._people.of_school(places.school, Role.INTERN_BEGELEIDER, on)
        here = self._here(found)
        if found and len(here) == len(found):
            return here
        deputies = self._here(self._people.of_school(places.school, Role.DEPUTY, on))
        return (*here, *(one for one in deputies if one not in here)) or found

    def _person(
        self, subject: Subject, to: Audience, places: _Places, person: str | None
    ) -> str | None:
        if to is Audience.FOLLOWER:
            return self._follower(subject)
        return places.raiser if to is Audience.RAISER else person

    def _follower(self, subject: Subject) -> str | None:
        follows = (ParticipantRow.case_id == subject.id, ParticipantRow.relation == FOLLOWS)
        return self._session.exec(select(ParticipantRow.person_id).where(*follows)).first()

    def _here(self, people: tuple[Person, ...]) -> tuple[Person, ...]:
        return tuple(one for one in people if not self._people.is_away(one.id, one.on))

    def _one(self, person_id: str | None, on: date) -> tuple[Person, ...]:
        person = None if person_id is None else self._people.get(person_id, on)
        return () if person is None else (person,)

    def _places(self, subject: Subject) -> _Places | None:
        if subject.kind == "case":
            case = self._session.get(CaseRow, subject.id)
            return _Places(case.school_id, case.raised_by, case.holder_id) if case else None
        if subject.kind == "meeting":
            meeting = self._session.get(MeetingRow, subject.id)
            return self._table(meeting) if meeting else None
        return _Places(subject.id)

    def _table(self, meeting: MeetingRow) -> _Places:
        seats = select(MeetingMemberRow.person_id).where(MeetingMemberRow.meeting_id == meeting.id)
        members = tuple(self._session.exec(seats.order_by(MeetingMemberRow.person_id)))
        return _Places(meeting.school_id, chair=meeting.chair_id, members=members)


def _at(school: str, people: Iterable[Person]) -> tuple[Person, ...]:
    """Those who still have a place there."""
    return tuple(one for one in people if school in one.roles)
