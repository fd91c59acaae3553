"""Somebody is kept out of a case, and what was in their hands waits for other hands."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from meldcode import events
from meldcode.parts_circle import without

if TYPE_CHECKING:
    from meldcode.case import Case
    from meldcode.changes.change import Change, Changes
    from meldcode.events import Entry


def _excluded(case: Case, entry: Entry, event: events.PersonExcluded) -> Change:
    out, hands = event.person, case.handover
    if case.holder == out:
        hands = replace(hands, holder_left=entry.at)
    if hands.follower == out:
        hands = replace(hands, follower=None, since=None, shared=None, looker_left=entry.at)
    return {
        "circle": replace(
            case.circle,
            excluded=case.circle.excluded | {out},
            guests=without(case.circle.guests, out),
        ),
        "holder": None if case.holder == out else case.holder,
        "handover": hands,
    }


def _ended(case: Case, _entry: Entry, event: events.ExclusionEnded) -> Change:
    return {"circle": replace(case.circle, excluded=case.circle.excluded - {event.person})}


CHANGES: Changes = {events.PersonExcluded: _excluded, events.ExclusionEnded: _ended}
