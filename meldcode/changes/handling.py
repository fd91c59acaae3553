"""Under which agreements of the board a case is handled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from meldcode import events

if TYPE_CHECKING:
    from meldcode.case import Case
    from meldcode.changes.change import Change, Changes
    from meldcode.events import Entry


def _applied(case: Case, _entry: Entry, event: events.PolicyApplied) -> Change:
    return {"policies": (*case.policies, event.version)}


CHANGES: Changes = {events.PolicyApplied: _applied}
