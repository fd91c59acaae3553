"""A move to another school in a case."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from meldcode import events
from meldcode.parts_moving import Move

if TYPE_CHECKING:
    from meldcode.case import Case
    from meldcode.changes.change import Change, Changes
    from meldcode.events import Entry


def _moves(_case: Case, entry: Entry, event: events.ChildMoves) -> Change:
    return {"move": Move(entry.at, event.on, event.new_school, event.sudden)}


def _handled(case: Case, _entry: Entry, _event: events.MoveHandled) -> Change:
    return {"move": replace(case.move, handled=True)} if case.move else {}


CHANGES: Changes = {
    events.ChildMoves: _moves,
    events.MoveHandled: _handled,
}
