"""ZBO meetings and the places on their agendas."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlmodel import Session, col, select

from storage.excluding import known_to
from storage.records import Meeting, MeetingItem
from storage.sql import insert
from storage.tables import CaseRow, MeetingRow, ZboItemRow
from storage.tables_aside import MeetingMemberRow


class Meetings:
    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, meeting: Meeting) -> None:
        """Add a meeting that the organisation file does not know."""
        row = MeetingRow(
            id=meeting.id,
            school_id=meeting.school,
            at=meeting.at,
            chair_id=meeting.chair,
            from_file=False,
            active=True,
        )
        members = (
            MeetingMemberRow(meeting_id=meeting.id, person_id=one) for one in meeting.members
        )
        insert(self._session, row, *members)

    def get(self, meeting_id: str) -> Meeting | None:
        """None if there is none or if it was taken off the calendar."""
        row = self._session.get(MeetingRow, meeting_id)
        return None if row is None or not row.active else self._complete([row])[0]

    def upcoming(self, school: str, now: datetime) -> tuple[Meeting, ...]:
        """The school's meetings from `now` on, the next one first."""
        query = select(MeetingRow).where(MeetingRow.school_id == school, MeetingRow.active)
        query = query.where(MeetingRow.at >= now).order_by(col(MeetingRow.at))
        return self._complete(self._session.exec(query).all())

    def items(self, meeting_id: str, viewer: str = "") -> tuple[MeetingItem, ...]:
        """The agenda of a meeting as `viewer` may know of it, the oldest case first."""
        query = select(ZboItemRow, CaseRow.code).join(CaseRow)
        query = query.where(ZboItemRow.meeting_id == meeting_id, known_to(viewer))
        query = query.order_by(col(CaseRow.raised_at), col(ZboItemRow.item_id))
        return tuple(map(_item, self._session.exec(query)))

    def unhandled(self, school: str, before: datetime, viewer: str = "") -> tuple[MeetingItem, ...]:
        """Places on the agendas of meetings held before this instant that have no outcome yet."""
        past = (MeetingRow.school_id == school, MeetingRow.at < before, known_to(viewer))
        query = select(ZboItemRow, CaseRow.code).join(CaseRow)
        query = query.join(MeetingRow, col(MeetingRow.id) == col(ZboItemRow.meeting_id))
        query = query.where(*past, col(ZboItemRow.handled).is_(False)).order_by(col(MeetingRow.at))
        return tuple(map(_item, self._session.exec(query)))

    def _complete(self, rows: Sequence[MeetingRow]) -> tuple[Meeting, ...]:
        """With their members, of all of them in one query."""
        ids = [row.id for row in rows]
        query = select(MeetingMemberRow).where(col(MeetingMemberRow.meeting_id).in_(ids))
        members: dict[str, list[str]] = {}
        for one in self._session.exec(query.order_by(MeetingMemberRow.person_id)):
            members.setdefault(one.meeting_id, []).append(one.person_id)
        return tuple(_meeting(row, members.get(row.id, ())) for row in rows)


def _item(row: tuple[ZboItemRow, str]) -> MeetingItem:
    item, code = row
    return MeetingItem(code=code, **item.model_dump(exclude={"school_id"}))


def _meeting(row: MeetingRow, members: Iterable[str]) -> Meeting:
    return Meeting(row.id, row.school_id, row.at, row.chair_id, tuple(members))
