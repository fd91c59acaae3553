"""The clock's work: duties whose moment has come become messages in the outbox.

It sends nothing itself. A duty outside the hours for nudges stays in the due table, so that it
disappears if somebody acts meanwhile; only what is about somebody's safety does not wait.
"""

from datetime import timedelta

from bot.service import linking, training
from bot.service.changes import CALL, NUDGE
from bot.service.chat import follow_up
from bot.service.tools import Tools, Work
from meldcode.access import Action, may
from meldcode.duties import Kind
from meldcode.notices import Tone
from meldcode.people import Person
from storage.due import Due
from storage.outbox import OutboxMessage
from storage.unit import Unit

LEASE = timedelta(minutes=5)
BATCH = 200
DIGEST, AGENDA = "digest", "agenda"
SENT = "sent"
RECEIPTS_KEPT = timedelta(days=30)
"""Slack may deliver again after an hour; people look at an old modal for a day at most."""


async def tick(tools: Tools) -> int:
    """Turn what is due now into messages; how many duties were looked at."""
    return await tools.store.write(
        lambda unit: _tick(Work(unit, tools, tools.clock())), patient=True, whole_board=True
    )


def _tick(work: Work) -> int:
    claimed = work.unit.due.claim(work.now, LEASE, BATCH)
    for due in claimed:
        _remind(work, due)
    follow_up(work)
    return len(claimed)


def _remind(work: Work, due: Due) -> None:
    """Tell everybody the duty is for, or leave it for the next slot if none may be told now.

    Of a meeting that was taken off the calendar there is nothing to tell.
    """
    school = _school(work, due)
    if school is not None and not due.duty.at_once and not work.in_slot(school):
        return
    audience = work.unit.audiences.of(due.subject, due.duty.to, work.today, due.duty.person)
    told = [_tell(work, due, person) for person in audience if school is not None]
    if all(told):
        work.unit.due.done(due, work.now)


def _school(work: Work, due: Due) -> str | None:
    if due.subject.kind == "meeting":
        meeting = work.unit.meetings.get(due.subject.id)
        return meeting.school if meeting else None
    if due.subject.kind == "school":
        return due.subject.id
    case = work.unit.cases.fold(due.subject.id)
    return case.school if case else None


def _tell(work: Work, due: Due, person: Person) -> bool:
    """Whether the person has been told or need not be; False if it must wait for a next day."""
    if _knows_nothing(work, due, person):
        return True
    if due.duty.at_once:
        work.unit.outbox.put(_call(work, due, person))
        return True
    if due.duty.kind is Kind.TRAINING:
        work.unit.outbox.put(training.reminder(work, person))
        return True
    if due.duty.digest:
        return _digest_once(work, due, person)
    if due.duty.kind is not Kind.AGENDA or _is_ahead(work, due):
        work.unit.outbox.put(_own(work, due, person))
    return True


def _knows_nothing(work: Work, due: Due, person: Person) -> bool:
    """Of a meeting on whose agenda there is nothing that this person may know of."""
    meeting = due.subject.kind == "meeting"
    return meeting and not work.unit.meetings.items(due.subject.id, person.id)


def _is_ahead(work: Work, due: Due) -> bool:
    """Whether the meeting has yet to come; after a standstill its agenda is of no use."""
    meeting = work.unit.meetings.get(due.subject.id)
    return meeting is not None and work.now < meeting.at


def _own(work: Work, due: Due, person: Person) -> OutboxMessage:
    """An agenda that was planned late falls due twice at once; one message a day is enough."""
    agenda = due.duty.kind is Kind.AGENDA
    occasion = f"{AGENDA}:{work.today}" if agenda else due.duty.key
    return OutboxMessage(
        key=f"{due.subject.id}:{occasion}:{person.id}",
        person_id=person.id,
        text_key=Tone.NEW,
        not_before=work.now,
        kind=AGENDA if agenda else NUDGE,
        case_id=None if agenda else due.subject.id,
        params=_meeting(work, due) if agenda else {},
        threaded=not agenda,
    )


def _call(work: Work, due: Due, person: Person) -> OutboxMessage:
    """Now, whatever the hour; who may not open the case finds behind it that somebody must look."""
    case = work.unit.cases.fold(due.subject.id)
    opens = case is not None and may(person, Action.OPEN, case)
    return OutboxMessage(
        key=f"{due.subject.id}:{due.duty.key}:{person.id}",
        person_id=person.id,
        text_key=Tone.NOW,
        not_before=work.now,
        kind=NUDGE if opens else CALL,
        case_id=due.subject.id,
        threaded=opens,
        urgent=True,
    )


def _meeting(work: Work, due: Due) -> dict[str, str]:
    meeting = work.unit.meetings.get(due.subject.id)
    day = meeting.at.astimezone(work.tools.zone).date() if meeting else work.today
    return {"meeting": due.subject.id, "day": day.isoformat()}


def _digest_once(work: Work, due: Due, person: Person) -> bool:
    """Somebody who was told is not told again while the same duty waits for somebody else."""
    told = f"told:{due.subject.id}:{due.duty.key}:{person.id}"
    if work.unit.receipts.result(told):
        return True
    return _digest(work, person, pressing=due.duty.pressing) and _first(work, told)


def _digest(work: Work, person: Person, *, pressing: bool) -> bool:
    """At most one a day and a bounded number a week (texts.md 3.6); the list itself says the rest.

    False if this week's are used up: what is due then comes up again in the next week, unless that
    would be too late.
    """
    year, week, _ = work.today.isocalendar()
    daily = f"digest:{person.id}:{work.today}"
    if work.unit.receipts.result(daily):
        return True
    weekly = (
        f"digest:{person.id}:{year}-{week}:{n}" for n in range(work.tools.policy.digests_a_week)
    )
    if not any(_first(work, key) for key in weekly) and not pressing:
        return False
    _first(work, daily)
    work.unit.outbox.put(_open_things(work, person, daily))
    return True


def _first(work: Work, key: str) -> bool:
    if not work.unit.receipts.claim(key, work.now):
        return False
    work.unit.receipts.finish(key, SENT)
    return True


def _open_things(work: Work, person: Person, key: str) -> OutboxMessage:
    return OutboxMessage(
        key=key,
        person_id=person.id,
        text_key="",
        not_before=work.now,
        kind=DIGEST,
        threaded=False,
    )


async def purge(tools: Tools) -> None:
    """Throw away what has had its day: drafts after 24 hours, slips, old handles and receipts."""

    def work(unit: Unit) -> None:
        now = tools.clock()
        unit.drafts.purge(now)
        unit.slips.purge(now)
        unit.handles.purge(now)
        unit.receipts.purge(now - RECEIPTS_KEPT)
        linking.forget(Work(unit, tools, now))

    await tools.store.write(work, patient=True, whole_board=True)
