"""Step 1 in a case."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from meldcode import events
from meldcode.parts import Status
from meldcode.parts_record import Mark

if TYPE_CHECKING:
    from meldcode.case import Case
    from meldcode.changes.change import Change, Changes
    from meldcode.events import Entry


def _raised(_case: Case, entry: Entry, event: events.SignalRaised) -> Change:
    return {"signal": event, "raised_by": entry.by, "raised_at": entry.at}


def _read(_case: Case, entry: Entry, _event: object) -> Change:
    return {"read_at": entry.at, "status": Status.OPEN}


def _added(case: Case, entry: Entry, event: events.ObservationAdded) -> Change:
    return _marked(case, Mark(entry.seq, event.origin, event.on))


def _marked(case: Case, mark: Mark) -> Change:
    return {"record": replace(case.record, marks=(*case.record.marks, mark))}


def _named(case: Case, _entry: Entry, event: events.ChildNamed) -> Change:
    """The signal as it is now known; the journal keeps the name that was given first."""
    return {"signal": replace(case.signal, child=event.child)} if case.signal else {}


def _told(case: Case, _entry: Entry, event: events.ToldInPerson) -> Change:
    return {"record": replace(case.record, in_person=event.told)}


CHANGES: Changes = {
    events.SignalRaised: _raised,
    events.SignalRead: _read,
    events.ObservationAdded: _added,
    events.ObservationMarked: lambda case, _entry, event: _marked(
        case, Mark(event.seq, event.origin, event.on)
    ),
    events.ChildNamed: _named,
    events.ToldInPerson: _told,
    events.SignalWithdrawn: lambda case, entry, _event: {
        "status": Status.WITHDRAWN,
        "keeping": replace(case.keeping, ended_at=entry.at),
    },
}
