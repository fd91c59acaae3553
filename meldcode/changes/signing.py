"""What waits for a second person; what is written anew takes the place of what waited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from meldcode import events
from meldcode.parts_signing import Signed, Unsigned

if TYPE_CHECKING:
    from meldcode.case import Case
    from meldcode.changes.change import Change, Changes
    from meldcode.events import Entry


def weighing(entry: Entry, event: events.Weighed) -> Unsigned | None:
    if not event.second:
        return None
    others = {one.person for one in event.present if one.person} - {entry.by}
    return Unsigned(Signed.WEIGHING, entry.seq, entry.by, entry.at, tuple(sorted(others)))


def closing(entry: Entry, event: events.CaseClosed) -> Unsigned | None:
    return Unsigned(Signed.CLOSING, entry.seq, entry.by, entry.at) if event.second else None


def _signed(_case: Case, _entry: Entry, _event: events.Countersigned) -> Change:
    return {"unsigned": None}


CHANGES: Changes = {events.Countersigned: _signed}
