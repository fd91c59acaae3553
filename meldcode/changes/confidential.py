"""Somebody has opened in an emergency what was closed to them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from meldcode import events
from meldcode.parts_circle import Opened

if TYPE_CHECKING:
    from meldcode.case import Case
    from meldcode.changes.change import Change, Changes
    from meldcode.events import Entry


def _broken(case: Case, entry: Entry, event: events.GlassBroken) -> Change:
    opened = (*case.circle.opened, Opened(entry.by, event.until))
    return {"circle": replace(case.circle, opened=opened)}


CHANGES: Changes = {events.GlassBroken: _broken}
