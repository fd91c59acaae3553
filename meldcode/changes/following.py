"""Step 6 in a case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from meldcode import events

if TYPE_CHECKING:
    from meldcode.case import Case
    from meldcode.changes.change import Change, Changes
    from meldcode.events import Entry


def _agreed(_case: Case, _entry: Entry, event: events.FollowingAgreed) -> Change:
    return {"rhythm": event.rhythm, "next_check": event.first, "snoozes": 0}


def _noted(_case: Case, _entry: Entry, event: events.FollowingNoted) -> Change:
    return {"next_check": event.next_check, "snoozes": 0}


def _snoozed(case: Case, _entry: Entry, event: events.CheckSnoozed) -> Change:
    return {"next_check": event.until, "snoozes": case.snoozes + 1}


CHANGES: Changes = {
    events.FollowingAgreed: _agreed,
    events.FollowingNoted: _noted,
    events.CheckSnoozed: _snoozed,
}
