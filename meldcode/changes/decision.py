"""Steps 4 and 5 in a case."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from meldcode import events
from meldcode.changes.signing import weighing
from meldcode.choices import REPORTING

if TYPE_CHECKING:
    from meldcode.case import Case
    from meldcode.changes.change import Change, Changes
    from meldcode.events import Entry


def _weighed(case: Case, entry: Entry, event: events.Weighed) -> Change:
    """A weighing after answers takes them back; until they come again nothing is decided."""
    again = bool(case.questions)
    return {
        "weighings": (*case.weighings, event),
        "questions": (),
        "decision": None,
        "reweighed": case.reweighed or again,
        "unsigned": weighing(entry, event),
        "melding": replace(case.melding, ahead=case.melding.ahead and not again),
    }


def _question(case: Case, _entry: Entry, event: events.QuestionAnswered) -> Change:
    """An answer given anew replaces the old one and undoes the decision that rested on it."""
    questions = (*case.questions[: event.number - 1], event.answer)
    if event.number > len(case.questions):
        return {"questions": questions}
    melding = replace(case.melding, ahead=False, owed=None)
    return {"questions": questions, "decision": None, "melding": melding}


def _decided(case: Case, entry: Entry, event: events.Decided) -> Change:
    """To report is owed from now on, unless it went ahead of the decision."""
    due = event.decision in REPORTING and not case.melding.ahead
    melding = replace(
        case.melding,
        reporter=event.reporter or case.melding.reporter,
        informs=event.informs_parents,
        owed=entry.at if due else None,
        ahead=False,
    )
    return {"decision": event, "melding": melding, "reweighed": False}


CHANGES: Changes = {
    events.Weighed: _weighed,
    events.QuestionAnswered: _question,
    events.Decided: _decided,
}
