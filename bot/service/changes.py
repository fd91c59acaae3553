"""Carrying out commands: the only code that changes a case."""

from collections.abc import Iterable

from bot.service.tools import Work
from meldcode.access import ACTION_OF
from meldcode.case import Case
from meldcode.commands import Command, RaiseSignal
from meldcode.decide import decide
from meldcode.duties import duties, meeting_duties
from meldcode.events import Event
from meldcode.notices import Notice, Tone, notices
from meldcode.people import Person
from meldcode.refusal import NOT_YOURS, Refusal
from storage.cases import NewCase
from storage.errors import CodeTakenError
from storage.outbox import OutboxMessage
from storage.records import Subject

ENVELOPE, NUDGE, CALL = "envelope", "nudge", "call"
NOBODY = ""
"""Author of what no person did."""

DRAWS = 20
"""A code is drawn again while it is taken; among 2,000 cases that is rare (texts.md 3.9)."""


def carry_out(work: Work, person: Person, case_id: str, command: Command) -> Case | Refusal:
    """The case after `command`, or why not; a case that is not theirs looks like none at all."""
    why = type(command).__name__
    case = work.unit.cases.open(case_id, person, ACTION_OF[type(command)], work.now, why)
    if case is None:
        return NOT_YOURS
    ruling = _decide(work, case, command, person)
    if isinstance(ruling, Refusal):
        return ruling
    return _keep(work, case, ruling, person)


def raise_signal(work: Work, person: Person, school: str, command: RaiseSignal) -> Case | Refusal:
    """A new case from a signal."""
    blank = Case(work.tools.ids.new_id("case"), "", school)
    ruling = _decide(work, blank, command, person)
    if isinstance(ruling, Refusal):
        return ruling
    case = _create(work, blank, ruling, person)
    _announce(work, case, ruling, person)
    plan(work, case)
    return case


def note(work: Work, case: Case, happened: tuple[Event, ...]) -> None:
    """Write down in a case what nobody did: it comes from the organisation, and calls nobody."""
    case = work.unit.cases.save(case, happened, NOBODY, work.now)
    plan(work, case)


def _decide(
    work: Work, case: Case, command: Command, person: Person
) -> tuple[Event, ...] | Refusal:
    calendar = work.calendar(case.school)
    return decide(case, command, person, work.now, work.tools.policy, calendar)


def _create(work: Work, blank: Case, ruling: tuple[Event, ...], person: Person) -> Case:
    for _ in range(DRAWS):
        new = NewCase(blank.id, work.tools.ids.case_code(), blank.school)
        try:
            return work.unit.cases.create(new, ruling, person.id, work.now, RaiseSignal.__name__)
        except CodeTakenError:
            continue
    raise CodeTakenError


def _keep(work: Work, case: Case, ruling: tuple[Event, ...], person: Person) -> Case:
    if not ruling:
        return case
    case = work.unit.cases.save(case, ruling, person.id, work.now)
    if case.ended:
        work.unit.outbox.drop(case.id, ENVELOPE, NUDGE, CALL)
    for person_id in case.circle.excluded:
        work.unit.outbox.drop_for(case.id, person_id)
    _announce(work, case, ruling, person)
    plan(work, case)
    return case


def _announce(work: Work, case: Case, happened: Iterable[Event], actor: Person) -> None:
    """Put the envelopes in the outbox; one a person, never about what they did themselves."""
    told: set[str] = set()
    subject = Subject("case", case.id)
    for notice in notices(happened):
        for person in work.unit.audiences.of(subject, notice.to, work.today, notice.person):
            own = person.id == actor.id
            if own == (notice.tone is Tone.KEPT) and person.id not in told:
                told.add(person.id)
                work.unit.outbox.put(_envelope(work, case, person, notice))


def _envelope(work: Work, case: Case, person: Person, notice: Notice) -> OutboxMessage:
    calendar = work.calendar(case.school)
    return OutboxMessage(
        key=f"{case.id}:{case.version}:{person.id}",
        person_id=person.id,
        text_key=notice.tone,
        not_before=work.now if notice.at_once else calendar.push_time(work.now),
        kind=ENVELOPE,
        case_id=case.id,
        urgent=notice.at_once,
    )


def plan(work: Work, case: Case) -> None:
    """Bring the due table in line with what the case now asks for."""
    policy, calendar = work.tools.policy, work.calendar(case.school)
    work.unit.due.sync(Subject("case", case.id), duties(case, work.now, policy, calendar))
    agendas = {meeting: on for item in case.items for meeting, on in item.agendas.items()}
    for meeting, on in agendas.items():
        waiting = any(not item.handled for item in work.unit.meetings.items(meeting))
        due = meeting_duties(meeting, on, policy, calendar) if waiting else ()
        work.unit.due.sync(Subject("meeting", meeting), due)
