"""What changes in how long a case is kept."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from meldcode import events
from meldcode.parts_retention import Hold

if TYPE_CHECKING:
    from meldcode.case import Case
    from meldcode.changes.change import Change, Changes
    from meldcode.events import Entry


def _left(case: Case, entry: Entry, event: events.SchoolLeft) -> Change:
    return {"keeping": replace(case.keeping, left=event.on, asked_at=entry.at)}


def _held(case: Case, entry: Entry, event: events.HoldPlaced) -> Change:
    """Whatever was decided before is decided anew."""
    holds = (*case.keeping.holds, Hold(event.hold, event.reason, entry.at))
    return {"keeping": replace(case.keeping, holds=holds, order=None)}


def _lifted(case: Case, _entry: Entry, event: events.HoldLifted) -> Change:
    holds = tuple(one for one in case.keeping.holds if one.id != event.hold)
    return {"keeping": replace(case.keeping, holds=holds)}


def _decided(case: Case, _entry: Entry, event: events.ErasureDecided) -> Change:
    return {"keeping": replace(case.keeping, order=event)}


def _called_off(case: Case, _entry: Entry, _event: events.ErasureCalledOff) -> Change:
    return {"keeping": replace(case.keeping, order=None)}


CHANGES: Changes = {
    events.SchoolLeft: _left,
    events.HoldPlaced: _held,
    events.HoldLifted: _lifted,
    events.ErasureDecided: _decided,
    events.ErasureCalledOff: _called_off,
}
