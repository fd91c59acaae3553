"""Who takes part: looked up by what chat knows of a person, by role, or by place in a case."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from datetime import date
from typing import TypeVar, cast

from sqlalchemy import ColumnElement, and_, or_
from sqlmodel import Session, col, delete, select
from sqlmodel.sql.expression import SelectOfScalar

from meldcode.people import CARE_ROLES, Person, Role
from storage import organisation
from storage.records import Changes, Organisation, School
from storage.sql import insert, insert_new
from storage.tables import AbsenceRow, AccountRow, PersonRow, RoleRow, SchoolRow
from storage.tables_aside import MeetingMemberRow

T = TypeVar("T")


class People:
    """`on` is the day on which roles must count; people who are not active are not found.

    Who works where only changes by `apply`: what was read of it is not read again in the same
    transaction, in which sending a signal asks for the same people three times.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._read: dict[Hashable, object] = {}

    def apply(self, wanted: Organisation) -> Changes:
        """See `storage.organisation.apply`."""
        self._read.clear()
        return organisation.apply(self._session, wanted)

    def get(self, person_id: str, on: date) -> Person | None:
        query = select(PersonRow).where(PersonRow.id == person_id)
        return self._once((person_id, on), lambda: self._first(query, on))

    def by_email(self, email: str, on: date) -> Person | None:
        return self._first(select(PersonRow).where(PersonRow.email == email.casefold()), on)

    def by_platform(self, platform: str, platform_id: str, on: date) -> Person | None:
        """The person linked to this account of a chat platform."""
        account = select(AccountRow.person_id).where(
            AccountRow.platform == platform, AccountRow.platform_id == platform_id
        )
        return self._first(select(PersonRow).where(col(PersonRow.id).in_(account)), on)

    def of_school(self, school: str, role: Role, on: date) -> tuple[Person, ...]:
        """Who holds `role` at `school`, in the order of the organisation file."""
        holders = select(PersonRow).join(RoleRow).where(counts(on))
        holders = holders.where(RoleRow.school_id == school, RoleRow.role == role)
        holders = holders.where(PersonRow.active).order_by(col(RoleRow.position))
        return self._once((school, role, on), lambda: self._people(self._all(holders), on))

    def staff(self, school: str, on: date) -> tuple[Person, ...]:
        """Everybody with a role at `school`, by name."""
        here = select(RoleRow.person_id).where(RoleRow.school_id == school, counts(on))
        query = select(PersonRow).where(PersonRow.active, col(PersonRow.id).in_(here))
        return self._people(self._all(query.order_by(PersonRow.name)), on)

    def care_elsewhere(self, school: str, on: date) -> tuple[Person, ...]:
        """Those in the care team of another school who have no role at `school`, by name."""
        here = select(RoleRow.person_id).where(RoleRow.school_id == school, counts(on))
        care = select(RoleRow.person_id).where(col(RoleRow.role).in_(CARE_ROLES), counts(on))
        query = select(PersonRow).where(PersonRow.active, col(PersonRow.id).in_(care))
        query = query.where(col(PersonRow.id).not_in(here)).order_by(PersonRow.name)
        return self._people(self._all(query), on)

    def names(self, ids: Iterable[str]) -> Mapping[str, str]:
        """Names by id, also of people who have left: what they did stays theirs."""
        query = select(PersonRow.id, PersonRow.name).where(col(PersonRow.id).in_(list(ids)))
        return dict(self._session.exec(query).all())

    def email(self, person_id: str) -> str | None:
        row = self._session.get(PersonRow, person_id)
        return None if row is None or not row.active else row.email

    def link(self, person_id: str, platform: str, platform_id: str) -> None:
        """Remember which account is whose; an account belongs to one person, the last linked."""
        stale = select(AccountRow).where(
            AccountRow.platform == platform,
            or_(col(AccountRow.person_id) == person_id, col(AccountRow.platform_id) == platform_id),
        )
        for row in self._session.exec(stale):
            self._session.delete(row)
        self._session.flush()
        row = AccountRow(person_id=person_id, platform=platform, platform_id=platform_id)
        # Not a plain insert: when two do this at once on a server, the second is to do it again.
        insert_new(self._session, row, "person_id", "platform")

    def platform_id(self, person_id: str, platform: str) -> str | None:
        row = self._session.get(AccountRow, (person_id, platform))
        return None if row is None else row.platform_id

    def set_away(self, person_id: str, *, away: bool, until: date | None = None) -> None:
        """Switch on, up to and with a day if that is known, or off that somebody is away.

        What is for them goes to their deputy.
        """
        self._session.exec(delete(AbsenceRow).where(col(AbsenceRow.person_id) == person_id))
        if away:
            insert(self._session, AbsenceRow(person_id=person_id, until=until))

    def is_away(self, person_id: str, on: date) -> bool:
        """Whether somebody is away on this day; it ends by itself after its last day."""
        return absent(self._session, person_id, on)

    def away_until(self, person_id: str) -> date | None:
        row = self._session.get(AbsenceRow, person_id)
        return row.until if row else None

    def school(self, school_id: str) -> School | None:
        return self._once(school_id, lambda: self._school(school_id))

    def schools(self) -> tuple[School, ...]:
        query = select(SchoolRow).where(SchoolRow.active).order_by(SchoolRow.name)
        return tuple(map(_school, self._session.exec(query)))

    def _school(self, school_id: str) -> School | None:
        row = self._session.get(SchoolRow, school_id)
        return None if row is None or not row.active else _school(row)

    def _once(self, what: Hashable, read: Callable[[], T]) -> T:
        if what not in self._read:
            self._read[what] = read()
        return cast("T", self._read[what])

    def _all(self, query: SelectOfScalar[PersonRow]) -> Sequence[PersonRow]:
        return self._session.exec(query).all()

    def _first(self, query: SelectOfScalar[PersonRow], on: date) -> Person | None:
        row = self._session.exec(query.where(PersonRow.active)).first()
        return None if row is None else self._people([row], on)[0]

    def _people(self, rows: Sequence[PersonRow], on: date) -> tuple[Person, ...]:
        unread = [row for row in rows if (row.id, on) not in self._read]
        self._read |= {(one.id, on): one for one in self._placed(unread, on)}
        return tuple(cast("Person", self._read[row.id, on]) for row in rows)

    def _placed(self, rows: Sequence[PersonRow], on: date) -> tuple[Person, ...]:
        """One query for the roles of all: a case asks for a whole school's staff."""
        if not rows:
            return ()
        query = select(RoleRow).where(col(RoleRow.person_id).in_([row.id for row in rows]))
        held: dict[str, dict[str, frozenset[Role]]] = {row.id: {} for row in rows}
        for role in self._session.exec(query.where(counts(on))):
            roles = held[role.person_id]
            roles[role.school_id] = roles.get(role.school_id, frozenset()) | {Role(role.role)}
        sits = self._sits(list(held))
        return tuple(
            Person(row.id, row.name, held[row.id], frozenset(sits.get(row.id, ())), on)
            for row in rows
        )

    def _sits(self, people: Sequence[str]) -> Mapping[str, list[str]]:
        """Of which meetings people are members."""
        found: dict[str, list[str]] = {}
        query = select(MeetingMemberRow).where(col(MeetingMemberRow.person_id).in_(people))
        for seat in self._session.exec(query):
            found.setdefault(seat.person_id, []).append(seat.meeting_id)
        return found


def absent(session: Session, person_id: str, on: date) -> bool:
    row = session.get(AbsenceRow, person_id)
    return row is not None and (row.until is None or row.until >= on)


def counts(on: date) -> ColumnElement[bool]:
    """That a role is held on this day."""
    since, until = col(RoleRow.since), col(RoleRow.until)
    return and_(or_(since.is_(None), since <= on), or_(until.is_(None), until >= on))


def _school(row: SchoolRow) -> School:
    return School(row.id, row.name, row.contact_name, row.contact_phone, row.calendar)
