"""What somebody never gets is not over with that: who stands in for them hears of it."""

from collections.abc import Iterator

from bot.reminders import AGENDA, DIGEST
from bot.service.changes import CALL, ENVELOPE, NUDGE
from bot.service.tools import Work
from meldcode.people import CARE_ROLES, Audience, Person
from storage.outbox import OutboxMessage
from storage.records import Subject

UNDELIVERED, UNDELIVERED_CASE = "undelivered", "undelivered_case"
"""Kinds of message: something for a colleague did not arrive; the same about a case."""

ABOUT_CASE = frozenset({ENVELOPE, NUDGE, CALL, UNDELIVERED_CASE})
OF_SCHOOL = frozenset({DIGEST, AGENDA, UNDELIVERED})
"""Kinds of which somebody must hear; of answers to what a person typed nobody else does."""


def tell(work: Work, lost: OutboxMessage, *, gone: bool) -> None:
    """Call somebody else, at most once a day about the same.

    With `gone` there is no such account: from now on all that is for them goes to their deputy, as
    when they are away, until they switch that off on Home.
    """
    person = work.unit.people.get(lost.person_id, work.today)
    if gone and person and _cares(person) and not _away(work, person):
        work.unit.people.set_away(person.id, away=True)
    for subject in _subjects(lost, person):
        for other in _instead(work, subject, lost.person_id, person):
            work.unit.outbox.put(_message(work, subject, lost, other))


def _subjects(lost: OutboxMessage, person: Person | None) -> Iterator[Subject]:
    """The case that it was about, or else the schools at which somebody waits for nothing."""
    if lost.case_id and lost.kind in ABOUT_CASE:
        yield Subject("case", lost.case_id)
    elif lost.kind in OF_SCHOOL and person:
        yield from (Subject("school", school) for school in person.schools)


def _instead(
    work: Work, subject: Subject, person_id: str, person: Person | None
) -> tuple[Person, ...]:
    """Of the care team the deputies, or else whoever is there; for all others the holder."""
    audiences = work.unit.audiences
    if subject.kind == "case" and (person is None or not _cares(person)):
        found = audiences.of(subject, Audience.HOLDER, work.today)
        return tuple(one for one in found if one.id != person_id)
    deputies = audiences.of(subject, Audience.DEPUTY, work.today)
    here = tuple(one for one in deputies if one.id != person_id and not _away(work, one))
    return here or audiences.of(subject, Audience.SECOND, work.today, person_id)


def _message(work: Work, subject: Subject, lost: OutboxMessage, other: Person) -> OutboxMessage:
    about_case = subject.kind == "case"
    return OutboxMessage(
        key=f"{UNDELIVERED}:{subject.id}:{work.today}:{other.id}",
        person_id=other.id,
        kind=UNDELIVERED_CASE if about_case else UNDELIVERED,
        text_key="",
        not_before=work.now,
        case_id=subject.id if about_case else None,
        urgent=lost.urgent,
    )


def _cares(person: Person) -> bool:
    return any(person.has(school, *CARE_ROLES) for school in person.schools)


def _away(work: Work, person: Person) -> bool:
    return work.unit.people.is_away(person.id, work.today)
