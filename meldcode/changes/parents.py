"""The parents in a case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from meldcode import events

if TYPE_CHECKING:
    from meldcode.case import Case
    from meldcode.changes.change import Change, Changes
    from meldcode.events import Entry


def _recorded(case: Case, _entry: Entry, event: events.ParentRecorded) -> Change:
    """What was recorded first keeps its place."""
    known = {one.parent: one for one in case.parents}
    return {"parents": tuple((known | {event.parent: event}).values())}


CHANGES: Changes = {events.ParentRecorded: _recorded}
