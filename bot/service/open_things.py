"""What is open for somebody today: the duties of their cases whose moment has come."""

from collections.abc import Iterator
from datetime import timedelta

from bot.service import rooms
from bot.service.tools import Work
from dialogs.desk import DueLine, TodayDesk
from meldcode.access import LIMITED, Action, may, relations
from meldcode.case import Case
from meldcode.duties import AFTER_THE_END, Duty, Kind, duties
from meldcode.people import Person, Role
from storage.records import Subject

LATELY = timedelta(days=60)
ONLY_LATELY = frozenset({Kind.COUNTERSIGN})
"""Kinds that nearly every case has had; of an ended case they are looked for so long."""


def today(work: Work, viewer: Person) -> TodayDesk:
    """One line a case: the last thing that fell due in it."""
    latest = {case.id: (case, duty) for case, duty in _due(work, viewer)}
    lines = tuple(_line(work, viewer, case, duty) for case, duty in latest.values())
    return TodayDesk(
        room=rooms.room(work, viewer, viewer.schools[0]),
        due=(*lines, *_outcomes(work, viewer)),
    )


def _due(work: Work, viewer: Person) -> Iterator[tuple[Case, Duty]]:
    for case in _cases(work, viewer):
        calendar = work.calendar(case.school)
        for duty in duties(case, work.now, work.tools.policy, calendar):
            if duty.at <= work.now and _is_for(work, viewer, case, duty):
                yield case, duty


def _cases(work: Work, viewer: Person) -> Iterator[Case]:
    """Every case in which something could be theirs: an agreement may be with anybody at school."""
    raised = work.unit.lists.of_raiser(viewer.id)
    lines = {line.id for line in raised if line.school in viewer.roles}
    for school in viewer.schools:
        lines |= {line.id for line in work.unit.lists.of_school(school, viewer=viewer.id)}
    lines |= work.unit.due.cases(AFTER_THE_END - ONLY_LATELY, work.now)
    lines |= work.unit.due.cases(ONLY_LATELY, work.now, work.now - LATELY)
    for case_id in sorted(lines):
        case = work.unit.cases.fold(case_id)
        if case is not None:
            yield case


def _is_for(work: Work, viewer: Person, case: Case, duty: Duty) -> bool:
    people = work.unit.audiences.of(Subject("case", case.id), duty.to, work.today, duty.person)
    return viewer.id in {person.id for person in people}


def _line(work: Work, viewer: Person, case: Case, duty: Duty) -> DueLine:
    """Who may not open the case gets no code and no way in; who has a small part, no code."""
    if not may(viewer, Action.OPEN, case):
        return DueLine(duty.kind)
    code = "" if relations(viewer, case)[0] in LIMITED else case.code
    return DueLine(duty.kind, code, rooms.give(work, viewer, Subject("case", case.id)))


def _outcomes(work: Work, viewer: Person) -> Iterator[DueLine]:
    """Agenda items of meetings that are over and of which nothing was written down yet."""
    for school in viewer.schools:
        if viewer.has(school, Role.ZBO_CHAIR):
            for item in work.unit.meetings.unhandled(school, work.now, viewer.id):
                handle = rooms.give(work, viewer, Subject(rooms.PART, rooms.part(item)))
                yield DueLine(Kind.OUTCOME, item.code, handle)
