"""The only way to open a case: whoever does must be allowed to, and leaves a line."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlmodel import Session, col, delete, select, update

from meldcode.access import Action, may
from meldcode.asides import asides
from meldcode.case import Case
from meldcode.events import CaseClosed, Entry, Event
from meldcode.participants import Participant, participants
from meldcode.people import Person, Role
from meldcode.progress import stage
from storage.accesslog import CREATED, AccessLog
from storage.errors import CodeTakenError, ConflictError
from storage.excluding import project
from storage.journal import Journal
from storage.names import ChildNames
from storage.people import absent
from storage.records import AccessLine
from storage.scope import beyond
from storage.sql import insert, insert_new
from storage.tables import (
    ERASED,
    AsideRow,
    BottleneckRow,
    CaseRow,
    ParticipantRow,
    ZboItemRow,
)


@dataclass(frozen=True, slots=True)
class NewCase:
    """The identity of a case to make; `code` is what people say, six characters without dash."""

    id: str
    code: str
    school: str


class Cases:
    """Opening writes a line, so it takes a writing transaction."""

    def __init__(
        self, session: Session, journal: Journal, access: AccessLog, names: ChildNames
    ) -> None:
        self._session = session
        self._names = names
        self._journal = journal
        self._access = access

    def create(
        self, new: NewCase, events: Iterable[Event], by: str, at: datetime, why: str
    ) -> Case:
        """Make a case of its first events; the first is the signal.

        CodeTakenError leaves nothing behind: draw another code and call again.
        """
        case = _then(Case(new.id, new.code, new.school), events, by, at)
        if not insert_new(self._session, _projected(case, at), "code"):
            raise CodeTakenError
        self._journal.begin(case.id)
        self._journal.append(case.id, case.school, case.entries)
        self._project_items(case)
        self._project_people(case.id, frozenset(), participants(case))
        self._project_name(case, None)
        self._access.add(AccessLine(case.id, by, CREATED, why, at, granted=True))
        return case

    def open(
        self,
        case_id: str,
        person: Person,
        action: Action,
        at: datetime,
        why: str,
        part: str | None = None,
    ) -> Case | None:
        """The case if `person` may do `action` with it.

        None both when it does not exist and when it is not theirs: the caller cannot tell which.
        `why` is a key that names the occasion, `part` one that names the screen; never free text.
        """
        case = self.fold(case_id)
        if case is None:
            tried = AccessLine(case_id, person.id, action, why, at, granted=False, part=part)
            self._tried_elsewhere(tried)
            return None
        granted = may(person, action, case)
        line = AccessLine(case_id, person.id, action, why, at, granted, _roles(person, case), part)
        self._access.add(replace(line, on_behalf=self._on_behalf(person, case)))
        return case if granted else None

    def _tried_elsewhere(self, line: AccessLine) -> None:
        """Of a case of a school that this person has nothing to do with there is nothing to see.

        A try is written down all the same.
        """
        with beyond(self._session):
            query = select(CaseRow.id).where(CaseRow.id == line.case_id, CaseRow.status != ERASED)
            if self._session.exec(query).first():
                self._access.add(line)

    def _on_behalf(self, person: Person, case: Case) -> str | None:
        """For whom a deputy looks: the holder, while that is somebody else who is away."""
        stands_in = person.has(case.school, Role.DEPUTY) and case.holder not in {None, person.id}
        away = stands_in and case.holder and absent(self._session, case.holder, person.on)
        return case.holder if away else None

    def open_by_code(
        self, code: str, person: Person, action: Action, at: datetime, why: str
    ) -> Case | None:
        """As `open`, for a code that somebody typed."""
        query = select(CaseRow.id).where(CaseRow.code == code)
        with beyond(self._session):
            case_id = self._session.exec(query).first()
        return None if case_id is None else self.open(case_id, person, action, at, why)

    def fold(self, case_id: str) -> Case | None:
        """The case without a check or a line: for duties and audiences, never to show."""
        row = self._session.get(CaseRow, case_id)
        if row is None or row.status == ERASED:
            return None
        entries = self._journal.load(case_id, row.school_id)
        return Case.fold(row.id, row.code, row.school_id, entries)

    def save(self, case: Case, events: Iterable[Event], by: str, at: datetime) -> Case:
        """Append what happened; ConflictError if somebody else saved since `case` was opened."""
        changed = _then(case, events, by, at)
        if changed.version == case.version:
            return case
        self._project(changed, case.version, at)
        self._journal.append(case.id, case.school, changed.entries[case.version :])
        self._project_items(changed)
        self._project_people(case.id, participants(case), participants(changed))
        self._project_bottlenecks(changed.id, changed.entries[case.version :])
        self._project_name(changed, _child(case))
        self._project_asides(changed, asides(case))
        self._project_excluded(case, changed)
        return changed

    def _project(self, case: Case, expected: int, at: datetime) -> None:
        mine = (col(CaseRow.id) == case.id, col(CaseRow.version) == expected)
        values = _projected(case, at).model_dump(exclude={"id"})
        if not self._session.exec(update(CaseRow).where(*mine).values(**values)).rowcount:
            raise ConflictError

    def _project_name(self, case: Case, before: str | None) -> None:
        name = _child(case)
        if name and name != before:
            keep = self._names.replace if before else self._names.add
            keep(case.id, case.school, name)

    def _project_items(self, case: Case) -> None:
        for item in case.items:
            if item.taken_off:
                mine = {"case_id": case.id, "item_id": item.id}
                self._session.exec(delete(ZboItemRow).filter_by(**mine))
                continue
            row = ZboItemRow(
                case_id=case.id,
                item_id=item.id,
                meeting_id=item.meeting,
                school_id=case.school,
                minutes=item.minutes,
                handled=item.handled,
            )
            self._session.merge(row)

    def _project_people(
        self, case_id: str, before: frozenset[Participant], after: frozenset[Participant]
    ) -> None:
        for one in before - after:
            gone = {"case_id": case_id, "person_id": one.person, "relation": str(one.relation)}
            self._session.exec(delete(ParticipantRow).filter_by(**gone))
        rows = (
            ParticipantRow(
                case_id=case_id, person_id=one.person, relation=one.relation, until=one.until
            )
            for one in after - before
        )
        insert(self._session, *rows)

    def _project_bottlenecks(self, case_id: str, entries: Iterable[Entry]) -> None:
        rows = (
            BottleneckRow(case_id=case_id, seq=entry.seq, kind=kind, at=entry.at)
            for entry in entries
            if isinstance(entry.event, CaseClosed)
            for kind in entry.event.bottlenecks
        )
        insert(self._session, *rows)

    def _project_excluded(self, before: Case, after: Case) -> None:
        project(self._session, after.id, before.circle.excluded, after.circle.excluded)

    def _project_asides(self, case: Case, before: Mapping[str, date]) -> None:
        now = asides(case)
        if now == before:
            return
        self._session.exec(delete(AsideRow).where(col(AsideRow.case_id) == case.id))
        rows = (AsideRow(person_id=one, case_id=case.id, on=day) for one, day in now.items())
        insert(self._session, *rows)


def _roles(person: Person, case: Case) -> str | None:
    return "+".join(sorted(person.roles.get(case.school, ()))) or None


def _child(case: Case) -> str | None:
    return case.signal.child if case.signal else None


def _then(case: Case, events: Iterable[Event], by: str, at: datetime) -> Case:
    numbered = enumerate(events, case.version + 1)
    return case.then(Entry(seq, at, by, event) for seq, event in numbered)


def _projected(case: Case, at: datetime) -> CaseRow:
    return CaseRow(
        id=case.id,
        code=case.code,
        school_id=case.school,
        status=case.status,
        raised_by=case.raised_by,
        holder_id=case.holder,
        raised_at=case.raised_at or at,
        read_at=case.read_at,
        answered_at=case.answered_at,
        stage=stage(case),
        asked=case.asked,
        next_check=case.next_check,
        version=case.version,
        updated_at=at,
    )
