"""Steps 4 and 5 in a case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from meldcode import events

if TYPE_CHECKING:
    from meldcode.case import Case
    from meldcode.changes.change import Change, Changes
    from meldcode.events import Entry


def _weighed(case: Case, _entry: Entry, event: events.Weighed) -> Change:
    return {"weighings": (*case.weighings, event), "questions": (), "decision": None}


def _question(case: Case, _entry: Entry, event: events.QuestionAnswered) -> Change:
    return {"questions": (*case.questions, event.answer)}


CHANGES: Changes = {
    events.Weighed: _weighed,
    events.QuestionAnswered: _question,
    events.Decided: lambda _case, _entry, event: {"decision": event},
}
