"""The kind of violence in a case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from meldcode import events

if TYPE_CHECKING:
    from meldcode.case import Case
    from meldcode.changes.change import Change, Changes
    from meldcode.events import Entry


def _set(_case: Case, _entry: Entry, event: events.FormsSet) -> Change:
    return {"forms": event.forms, "disclosure": event.disclosure}


CHANGES: Changes = {events.FormsSet: _set}
