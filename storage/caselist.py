"""Lists of cases: codes and states only, never content, and no line in the access log."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, func, or_, true
from sqlmodel import Session, col, select

from meldcode.access import Relation
from meldcode.choices import Bottleneck
from meldcode.parts import ENDED, Status
from meldcode.people import CARE_ROLES
from meldcode.progress import Stage
from storage.excluding import known_to
from storage.people import counts
from storage.tables import (
    ERASED,
    AsideRow,
    BottleneckRow,
    CaseRow,
    ParticipantRow,
    PersonRow,
    RoleRow,
)

NOT_ERASED = col(CaseRow.status) != ERASED
GOING = tuple(status for status in Status if status not in ENDED)


@dataclass(frozen=True, slots=True)
class CaseLine:
    """A case as a line in a list; `holder` and `raised_by` are person ids."""

    id: str
    code: str
    school: str
    status: Status
    raised_by: str
    holder: str | None
    raised_at: datetime
    read_at: datetime | None
    answered_at: datetime | None
    stage: Stage
    asked: bool
    next_check: date | None
    updated_at: datetime
    version: int


@dataclass(frozen=True, slots=True)
class AsideLine:
    """A case in which somebody has something to do for a while, and on which day first."""

    case_id: str
    on: date


class CaseLists:
    """Every list has the oldest signal first; without statuses it has the cases that go on.

    With a `viewer` it leaves out what that person is kept out of.
    """

    def __init__(self, session: Session) -> None:
        self._session = session

    def everything(self) -> tuple[str, ...]:
        """The ids of all cases that can still be read, for the self-scan."""
        query = select(CaseRow.id).where(CaseRow.status != ERASED)
        return tuple(self._session.exec(query))

    def of_holder(self, person_id: str, *statuses: Status) -> tuple[CaseLine, ...]:
        return self._lines(col(CaseRow.holder_id) == person_id, _status(statuses))

    def of_raiser(self, person_id: str) -> tuple[CaseLine, ...]:
        """All that this person ever raised, also what has ended."""
        return self._lines(col(CaseRow.raised_by) == person_id)

    def of_school(self, school: str, *statuses: Status, viewer: str = "") -> tuple[CaseLine, ...]:
        here = (col(CaseRow.school_id) == school, known_to(viewer))
        return self._lines(*here, _status(statuses))

    def of_participant(self, person_id: str, on: date) -> tuple[tuple[CaseLine, Relation], ...]:
        """Cases that go on in which this person takes part on that day, and as what."""
        until = col(ParticipantRow.until)
        query = select(CaseRow, ParticipantRow.relation).join(ParticipantRow)
        query = query.where(or_(until.is_(None), until >= on))
        query = query.where(ParticipantRow.person_id == person_id, _status(()))
        found = self._session.exec(query.order_by(col(CaseRow.raised_at)))
        return tuple((_line(row), Relation(relation)) for row, relation in found)

    def unassigned(self, school: str) -> tuple[CaseLine, ...]:
        """Cases that go on and that nobody has taken."""
        no_holder = col(CaseRow.holder_id).is_(None)
        return self._lines(col(CaseRow.school_id) == school, _status(()), no_holder)

    def overdue(self, school: str, before: date, viewer: str = "") -> tuple[CaseLine, ...]:
        """Cases that somebody should have looked at before this day."""
        here = (col(CaseRow.school_id) == school, known_to(viewer))
        return self._lines(*here, col(CaseRow.next_check) < before)

    def answered(self, school: str, since: datetime, viewer: str = "") -> tuple[CaseLine, ...]:
        """Cases raised from `since` on to which the care team has written."""
        written = col(CaseRow.answered_at).is_not(None)
        here = (col(CaseRow.school_id) == school, known_to(viewer))
        return self._lines(*here, col(CaseRow.raised_at) >= since, written)

    def counts(
        self, school: str, since: datetime, viewer: str = "", until: datetime | None = None
    ) -> dict[Stage, int]:
        """How many cases raised from `since` on, and before `until`, are at each stage."""
        query = select(CaseRow.stage, func.count()).group_by(CaseRow.stage)
        query = query.where(NOT_ERASED, CaseRow.school_id == school, CaseRow.raised_at >= since)
        query = query.where(known_to(viewer), _before(CaseRow.raised_at, until))
        return {Stage(stage): count for stage, count in self._session.exec(query)}

    def bottlenecks(
        self, school: str, since: datetime, viewer: str = "", until: datetime | None = None
    ) -> dict[Bottleneck, int]:
        """In how many cases, closed from `since` on and before `until`, each got in the way."""
        query = select(BottleneckRow.kind, func.count(col(BottleneckRow.case_id).distinct()))
        query = query.join(CaseRow).where(CaseRow.school_id == school, BottleneckRow.at >= since)
        query = query.where(known_to(viewer), _before(BottleneckRow.at, until))
        counted = self._session.exec(query.group_by(BottleneckRow.kind))
        return {Bottleneck(kind): count for kind, count in counted}

    def left_behind(self, on: date) -> tuple[CaseLine, ...]:
        """Cases that go on of which the holder, the one who told or the follower works elsewhere.

        A holder must be in the care team of the school, the others must work there.
        """
        holder, care = col(CaseRow.holder_id), col(RoleRow.role).in_(CARE_ROLES)
        followers = select(ParticipantRow.person_id).where(
            ParticipantRow.case_id == CaseRow.id, ParticipantRow.relation == Relation.FOLLOWER
        )
        gone = or_(
            and_(holder.is_not(None), ~_works(holder, on, care)),
            ~_works(col(CaseRow.raised_by), on),
            followers.where(~_works(col(ParticipantRow.person_id), on)).exists(),
        )
        return self._lines(_status(()), gone)

    def asides_of(self, person_id: str) -> tuple[AsideLine, ...]:
        """Where this person is asked something or takes part in a talk, the soonest first."""
        query = select(AsideRow).where(AsideRow.person_id == person_id).order_by(col(AsideRow.on))
        return tuple(AsideLine(row.case_id, row.on) for row in self._session.exec(query))

    def _lines(self, *conditions: ColumnElement[bool]) -> tuple[CaseLine, ...]:
        query = select(CaseRow).where(NOT_ERASED, *conditions).order_by(col(CaseRow.raised_at))
        return tuple(map(_line, self._session.exec(query)))


def _works(person: Any, on: date, *conditions: ColumnElement[bool]) -> ColumnElement[bool]:  # noqa: ANN401 - any column
    """That somebody is active and holds a role at the school of the case on this day."""
    query = select(RoleRow.person_id).join(PersonRow).where(PersonRow.active, counts(on))
    query = query.where(RoleRow.person_id == person, RoleRow.school_id == CaseRow.school_id)
    return query.where(*conditions).exists()


def _before(at: Any, until: datetime | None) -> ColumnElement[bool]:  # noqa: ANN401 - any column
    """That it was before an instant, or at any time."""
    return true() if until is None else col(at) < until


def _status(statuses: tuple[Status, ...]) -> ColumnElement[bool]:
    return col(CaseRow.status).in_(statuses or GOING)


def _line(row: CaseRow) -> CaseLine:
    return CaseLine(
        id=row.id,
        code=row.code,
        school=row.school_id,
        status=Status(row.status),
        raised_by=row.raised_by,
        holder=row.holder_id,
        raised_at=row.raised_at,
        read_at=row.read_at,
        answered_at=row.answered_at,
        stage=Stage(row.stage),
        asked=row.asked,
        next_check=row.next_check,
        updated_at=row.updated_at,
        version=row.version,
    )
