"""Step 1 in a case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from meldcode import events
from meldcode.parts import Status

if TYPE_CHECKING:
    from meldcode.case import Case
    from meldcode.changes.change import Change, Changes
    from meldcode.events import Entry


def _raised(_case: Case, entry: Entry, event: events.SignalRaised) -> Change:
    return {"signal": event, "raised_by": entry.by, "raised_at": entry.at}


def _read(_case: Case, entry: Entry, _event: object) -> Change:
    return {"read_at": entry.at, "status": Status.OPEN}


CHANGES: Changes = {
    events.SignalRaised: _raised,
    events.SignalRead: _read,
    events.SignalWithdrawn: lambda _case, _entry, _event: {"status": Status.WITHDRAWN},
}
