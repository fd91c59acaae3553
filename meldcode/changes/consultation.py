"""Step 2 in a case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from meldcode import events

if TYPE_CHECKING:
    from meldcode.case import Case
    from meldcode.changes.change import Change, Changes
    from meldcode.events import Entry


def _answered(case: Case, entry: Entry, event: events.Answered) -> Change:
    if entry.by == case.raised_by:
        return {"asked": False}
    return {
        "asked": case.asked or event.asks,
        "answered_at": case.answered_at or entry.at,
    }


CHANGES: Changes = {
    events.CaseTaken: lambda _case, _entry, event: {"holder": event.holder},
    events.Answered: _answered,
}
