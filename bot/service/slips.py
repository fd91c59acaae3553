"""Slips of paper that belong to no case: found by a person's own reference, shown as lines."""

from datetime import date, datetime, time, timedelta

from bot.service import rooms
from bot.service.tools import Work
from dialogs.desk import SlipLine
from meldcode.people import Person
from storage.records import Slip, Subject

SLIP = "slip"
NOTE = "note"


def found(work: Work, person: Person, handle: str, kind: str) -> Slip | None:
    """What a reference stands for, while it is there; whether it may be read, the caller says."""
    subject = work.unit.handles.resolve(handle, person.id, work.now)
    if subject is None or subject.kind != SLIP:
        return None
    slip = work.unit.slips.get(subject.id, work.now)
    return slip if slip and slip.kind == kind else None


def own(work: Work, person: Person, handle: str, kind: str) -> Slip | None:
    slip = found(work, person, handle, kind)
    return slip if slip and slip.owner == person.id else None


def drop(work: Work, person: Person, handle: str, kind: str) -> None:
    """Throw one's own away; one that is gone already makes no difference."""
    slip = own(work, person, handle, kind)
    if slip:
        work.unit.slips.drop(slip.id)


def line(work: Work, viewer: Person, slip: Slip, who: str = "") -> SlipLine:
    """`who` is the id of the other one: who asks, or who answered."""
    return SlipLine(
        handle=rooms.give(work, viewer, Subject(SLIP, slip.id)),
        body=slip.body,
        until=last_day(work, slip),
        who=work.unit.people.names([who]).get(who, "") if who else "",
        waiting=slip.waiting,
    )


def last_day(work: Work, slip: Slip) -> date:
    return (slip.expires_at.astimezone(work.tools.zone) - timedelta(microseconds=1)).date()


def end_of(work: Work, day: date) -> datetime:
    """The midnight at which `day` is over."""
    return datetime.combine(day + timedelta(days=1), time(), work.tools.zone)
