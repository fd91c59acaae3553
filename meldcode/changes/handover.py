"""A change of hands in a case."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from meldcode import events
from meldcode.choices import Place

if TYPE_CHECKING:
    from meldcode.case import Case
    from meldcode.changes.change import Change, Changes
    from meldcode.events import Entry


def _handed_over(case: Case, _entry: Entry, event: events.HandedOver) -> Change:
    return {"holder": event.holder, "handover": replace(case.handover, holder_left=None)}


def _named(case: Case, entry: Entry, event: events.FollowerNamed) -> Change:
    named = replace(
        case.handover,
        follower=event.teacher,
        since=event.since,
        named_at=entry.at,
        shared=event.shared,
        looker_left=None,
    )
    return {"handover": named}


def _left(case: Case, entry: Entry, event: events.StaffLeft) -> Change:
    """A holder who left holds nothing any more; who told stays who told."""
    if event.place is Place.HOLDER:
        return {"holder": None, "handover": replace(case.handover, holder_left=entry.at)}
    return {"handover": replace(case.handover, looker_left=entry.at)}


CHANGES: Changes = {
    events.HandedOver: _handed_over,
    events.FollowerNamed: _named,
    events.StaffLeft: _left,
}
