"""What was said about the entries of a case."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from meldcode import events

if TYPE_CHECKING:
    from meldcode.case import Case
    from meldcode.changes.change import Change, Changes
    from meldcode.events import Entry


def _corrected(case: Case, _entry: Entry, event: events.EntryCorrected) -> Change:
    corrected = case.record.corrected | {event.seq}
    return {"record": replace(case.record, corrected=corrected)}


CHANGES: Changes = {events.EntryCorrected: _corrected}
