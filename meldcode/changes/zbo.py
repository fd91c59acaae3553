"""Agenda items and agreements in a case."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from meldcode import events
from meldcode.parts import Agreement, Item

if TYPE_CHECKING:
    from meldcode.case import Case
    from meldcode.changes.change import Change, Changes
    from meldcode.events import Entry


def _scheduled(case: Case, entry: Entry, event: events.ZboScheduled) -> Change:
    item = Item(
        id=event.item,
        meeting=event.meeting,
        meeting_on=event.meeting_on,
        question=event.question,
        parents_invited=event.parents_invited,
        parents_reason=event.parents_reason,
        minutes=event.minutes,
        guests=event.guests,
        by=entry.by,
        at=entry.at,
        kind=event.kind,
    )
    return {"items": (*case.items, item)}


def _discussed(case: Case, _entry: Entry, event: events.ZboDiscussed) -> Change:
    items = (
        replace(item, discussed=event) if item.id == event.item else item for item in case.items
    )
    return {"items": tuple(items)}


def _agreed(case: Case, _entry: Entry, event: events.AgreementMade) -> Change:
    made = Agreement(
        id=event.agreement,
        what=event.what,
        owner=event.owner,
        due=event.due,
        tells_parents=event.tells_parents,
    )
    return {"agreements": (*case.agreements, made)}


def _kept(case: Case, _entry: Entry, event: events.AgreementKept) -> Change:
    agreements = (
        replace(made, kept=True) if made.id == event.agreement else made for made in case.agreements
    )
    return {"agreements": tuple(agreements)}


CHANGES: Changes = {
    events.ZboScheduled: _scheduled,
    events.ZboDiscussed: _discussed,
    events.AgreementMade: _agreed,
    events.AgreementKept: _kept,
}
