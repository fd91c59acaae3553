"""Agenda items and agreements in a case."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from meldcode import events
from meldcode.parts import Agreement, Item, Slot

if TYPE_CHECKING:
    from collections.abc import Callable

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
        parents_informed=event.parents_informed,
        not_informed=event.not_informed,
    )
    return {"items": (*case.items, item)}


def _discussed(case: Case, _entry: Entry, event: events.ZboDiscussed) -> Change:
    return _with(case, event.item, lambda item: replace(item, discussed=event))


def _moved(case: Case, entry: Entry, event: events.ItemMoved) -> Change:
    def move(item: Item) -> Item:
        slot = Slot(item.meeting, item.meeting_on, entry.at)
        new = (*item.moved, slot)
        return replace(item, meeting=event.meeting, meeting_on=event.meeting_on, moved=new)

    return _with(case, event.item, move)


def _taken_off(case: Case, _entry: Entry, event: events.ItemTakenOff) -> Change:
    return _with(case, event.item, lambda item: replace(item, taken_off=event))


def _with(case: Case, name: str, change: Callable[[Item], Item]) -> Change:
    return {"items": tuple(change(item) if item.id == name else item for item in case.items)}


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
    events.ItemMoved: _moved,
    events.ItemTakenOff: _taken_off,
    events.AgreementMade: _agreed,
    events.AgreementKept: _kept,
}
