"""The melding in a case."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from meldcode import events
from meldcode.shielding import hidden

if TYPE_CHECKING:
    from meldcode.case import Case
    from meldcode.changes.change import Change, Changes
    from meldcode.events import Entry


def _planned(case: Case, entry: Entry, event: events.MeldingPlanned) -> Change:
    return _with(
        case,
        plan=event,
        planned_at=entry.at,
        reporter=event.reporter or event.reporter_other,
        informs=event.parents_by,
        told=False,
    )


def _claimed(case: Case, _entry: Entry, event: events.AnonymityClaimed) -> Change:
    """What somebody who is now anonymous was to tell the parents goes to whoever takes over."""
    unknown = hidden(case, event.unknown, case.melding.reporter)
    informs = event.parents_by or case.melding.informs
    agreements = tuple(
        replace(made, owner=event.parents_by)
        if event.parents_by and made.tells_parents and not made.kept and made.owner in unknown
        else made
        for made in case.agreements
    )
    return _with(case, anonymity=event, informs=informs) | {"agreements": agreements}


def _done(case: Case, _entry: Entry, event: events.MeldingDone) -> Change:
    """A melding meets the decision that waited for it, or goes ahead of one."""
    melding = case.melding
    reporter = {melding.reporter} if melding.reporter else set()
    return _with(
        case,
        done=(*melding.done, event),
        reporters=melding.reporters | reporter,
        ahead=melding.owed is None,
        owed=None,
        feedback_by=event.feedback_by,
    )


def _with(case: Case, **changed: object) -> Change:
    return {"melding": replace(case.melding, **changed)}  # type: ignore[arg-type]  # fields of Melding


CHANGES: Changes = {
    events.MeldingPlanned: _planned,
    events.AnonymityClaimed: _claimed,
    events.AnonymityLifted: lambda case, _entry, _event: _with(case, anonymity=None),
    events.ParentsTold: lambda case, _entry, _event: _with(case, told=True),
    events.MeldingDone: _done,
    events.FeedbackReceived: lambda case, _, event: _with(case, feedback_by=event.next_by),
    events.FeedbackChased: lambda case, _, event: _with(case, feedback_by=event.next_by),
}
