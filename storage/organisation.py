"""Bring schools, people, roles and meetings in line with the organisation file."""

from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import inspect
from sqlmodel import Session, col, select

from storage.records import Changes, Meeting, Organisation, School, StaffMember
from storage.tables import MeetingRow, PersonRow, RoleRow, SchoolRow
from storage.tables_aside import MeetingMemberRow

Row = SchoolRow | PersonRow | RoleRow | MeetingRow | MeetingMemberRow


def apply(session: Session, organisation: Organisation) -> Changes:
    """Insert, update and deactivate until the store says what the file says.

    A second time nothing changes. People and schools that the file leaves out are kept, for their
    cases name them, but they are no longer active. Meetings added in chat are left alone.
    """
    from_file = select(MeetingRow).where(col(MeetingRow.from_file))
    seats = select(MeetingMemberRow).join(MeetingRow).where(col(MeetingRow.from_file))
    pairs: tuple[tuple[Iterable[Row], Sequence[Row]], ...] = (
        (map(_school, organisation.schools), session.exec(select(SchoolRow)).all()),
        (map(_person, organisation.people), session.exec(select(PersonRow)).all()),
        (_roles(organisation.people), session.exec(select(RoleRow)).all()),
        (map(_meeting, organisation.meetings), session.exec(from_file).all()),
        (_members(organisation.meetings), session.exec(seats).all()),
    )
    return sum((_reconcile(session, wanted, present) for wanted, present in pairs), Changes())


def _reconcile(session: Session, wanted: Iterable[Row], present: Sequence[Row]) -> Changes:
    new = {_key(row): row for row in wanted}
    old = {_key(row): row for row in present}
    added = [row for key, row in new.items() if key not in old]
    session.add_all(added)
    changed = sum(_copy(row, old[key]) for key, row in new.items() if key in old)
    removed = sum(_remove(session, row) for key, row in old.items() if key not in new)
    # Rows of the next table refer to these.
    session.flush()
    return Changes(len(added), changed, removed)


def _key(row: Row) -> tuple[object, ...]:
    return tuple(inspect(type(row)).primary_key_from_instance(row))


def _copy(source: Row, target: Row) -> bool:
    """Make `target` like `source`; whether anything differed."""
    values = source.model_dump()
    differing = {name for name, value in values.items() if getattr(target, name) != value}
    for name in differing:
        setattr(target, name, values[name])
    return bool(differing)


def _remove(session: Session, row: Row) -> bool:
    """Deactivate; only a role or a membership is really deleted. Whether anything changed."""
    if isinstance(row, RoleRow | MeetingMemberRow):
        session.delete(row)
        return True
    was_active, row.active = row.active, False
    return was_active


def _school(school: School) -> SchoolRow:
    return SchoolRow(
        id=school.id,
        name=school.name,
        contact_name=school.contact_name,
        contact_phone=school.contact_phone,
        calendar=dict(school.calendar),
        active=True,
    )


def _person(member: StaffMember) -> PersonRow:
    email = member.email.casefold()
    return PersonRow(id=member.id, name=member.name, email=email, active=True)


def _roles(people: Iterable[StaffMember]) -> Iterator[RoleRow]:
    for position, member in enumerate(people):
        for post in member.posts:
            yield RoleRow(
                person_id=member.id,
                school_id=post.school,
                role=post.role,
                position=position,
                since=post.since,
                until=post.until,
            )


def _meeting(meeting: Meeting) -> MeetingRow:
    return MeetingRow(
        id=meeting.id,
        school_id=meeting.school,
        at=meeting.at,
        chair_id=meeting.chair,
        from_file=True,
        active=True,
    )


def _members(meetings: Iterable[Meeting]) -> Iterator[MeetingMemberRow]:
    for meeting in meetings:
        for one in meeting.members:
            yield MeetingMemberRow(meeting_id=meeting.id, person_id=one)
