"""The end of a case, and going on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from meldcode import events
from meldcode.changes.classroom import lapsed
from meldcode.changes.colleagues import closed
from meldcode.changes.signing import closing
from meldcode.parts import Status

if TYPE_CHECKING:
    from meldcode.case import Case
    from meldcode.changes.change import Change, Changes
    from meldcode.events import Entry


def _reopened(case: Case, _entry: Entry, event: events.CaseReopened) -> Change:
    return {
        "status": Status.OPEN,
        "grounds": None,
        "decision": None,
        # What was weighed then is no ground for what is decided now.
        "weighings": (),
        "questions": (),
        "reweighed": False,
        "unsigned": None,
        "melding": replace(case.melding, ahead=False, owed=None),
        "next_check": event.next_check,
        "snoozes": 0,
        # What was decided about an ended case does not hold for one that goes on.
        "keeping": replace(case.keeping, ended_at=None, order=None),
    }


def _closed(case: Case, entry: Entry, event: events.CaseClosed) -> Change:
    return {
        "status": Status.CLOSED,
        "grounds": event.grounds,
        "next_check": None,
        "unsigned": closing(entry, event),
        "consults": closed(case.consults),
        "visits": lapsed(case.visits),
        "keeping": replace(case.keeping, ended_at=entry.at),
    }


CHANGES: Changes = {
    events.CaseClosed: _closed,
    events.CaseReopened: _reopened,
}
