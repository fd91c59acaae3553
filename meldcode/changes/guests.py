"""Who reads along in a case, and who does no longer."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from meldcode import events
from meldcode.parts_circle import Guest, without

if TYPE_CHECKING:
    from meldcode.case import Case
    from meldcode.changes.change import Change, Changes
    from meldcode.events import Entry


def _invited(case: Case, _entry: Entry, event: events.GuestInvited) -> Change:
    guest = Guest(event.person, event.until, event.words, event.name, event.entries)
    others = without(case.circle.guests, event.person)
    return {"circle": replace(case.circle, guests=(*others, guest))}


def _ended(case: Case, _entry: Entry, event: events.InvitationEnded) -> Change:
    return {"circle": replace(case.circle, guests=without(case.circle.guests, event.person))}


CHANGES: Changes = {events.GuestInvited: _invited, events.InvitationEnded: _ended}
