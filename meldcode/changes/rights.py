"""Requests in a case."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from meldcode import events
from meldcode.parts_rights import Request

if TYPE_CHECKING:
    from meldcode.case import Case
    from meldcode.changes.change import Change, Changes
    from meldcode.events import Entry


def _made(case: Case, _entry: Entry, event: events.RequestMade) -> Change:
    """While somebody waits for an answer nothing is erased on an older decision."""
    keeping = replace(case.keeping, order=None)
    return {"requests": (*case.requests, Request(event)), "keeping": keeping}


def _now(case: Case, request: str, **change: Any) -> Change:  # noqa: ANN401 - fields of a Request
    changed = (replace(one, **change) if one.id == request else one for one in case.requests)
    return {"requests": tuple(changed)}


CHANGES: Changes = {
    events.RequestMade: _made,
    events.CopyPrepared: lambda case, _entry, event: _now(case, event.request, copy=event),
    events.RequestDecided: lambda case, _entry, event: _now(case, event.request, decided=event),
    events.RequestAnswered: lambda case, _entry, event: _now(case, event.request, answered=event),
}
