"""What was said about the entries of a case."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from meldcode import events
from meldcode.parts_record import Joint

if TYPE_CHECKING:
    from meldcode.case import Case
    from meldcode.changes.change import Change, Changes
    from meldcode.events import Entry


def _corrected(case: Case, _entry: Entry, event: events.EntryCorrected) -> Change:
    corrected = case.record.corrected | {event.seq}
    return {"record": replace(case.record, corrected=corrected)}


def _linked(case: Case, _entry: Entry, event: events.CaseLinked) -> Change:
    joints = (*_without(case, event.other), Joint(event.other, event.kind))
    return {"record": replace(case.record, joints=joints)}


def _unlinked(case: Case, _entry: Entry, event: events.CaseUnlinked) -> Change:
    return {"record": replace(case.record, joints=_without(case, event.other))}


def _without(case: Case, other: str) -> tuple[Joint, ...]:
    return tuple(joint for joint in case.record.joints if joint.other != other)


CHANGES: Changes = {
    events.EntryCorrected: _corrected,
    events.CaseLinked: _linked,
    events.CaseUnlinked: _unlinked,
}
