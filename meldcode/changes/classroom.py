"""Observations in class in a case."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from meldcode import events
from meldcode.parts_consultation import Visit

if TYPE_CHECKING:
    from meldcode.case import Case
    from meldcode.changes.change import Change, Changes
    from meldcode.events import Entry

    Ended = events.ClassObserved | events.ClassObservationCancelled


def _planned(case: Case, _entry: Entry, event: events.ClassObservationPlanned) -> Change:
    return {"visits": (*case.visits, Visit(event.visit, event.observer, event.on))}


def _ended(case: Case, _entry: Entry, event: Ended) -> Change:
    visits = (replace(one, settled=True) if one.id == event.visit else one for one in case.visits)
    return {"visits": tuple(visits)}


def lapsed(visits: tuple[Visit, ...]) -> tuple[Visit, ...]:
    """None of them is expected any more."""
    return tuple(replace(one, settled=True) for one in visits)


CHANGES: Changes = {
    events.ClassObservationPlanned: _planned,
    events.ClassObserved: _ended,
    events.ClassObservationCancelled: _ended,
}
