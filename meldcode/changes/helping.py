"""Help in a case."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from meldcode import events
from meldcode.parts_helping import Help

if TYPE_CHECKING:
    from meldcode.case import Case
    from meldcode.changes.change import Change, Changes
    from meldcode.events import Entry


def _arranged(case: Case, _entry: Entry, event: events.HelpArranged) -> Change:
    new = Help(event.help, event.what, event.until, event.manager, event.manager_other)
    return {"helps": (*case.helps, new)}


def _evaluated(case: Case, _entry: Entry, event: events.HelpEvaluated) -> Change:
    helps = (
        replace(one, effect=event.effect, until=event.until or one.until)
        if one.id == event.help
        else one
        for one in case.helps
    )
    return {"helps": tuple(helps)}


CHANGES: Changes = {
    events.HelpArranged: _arranged,
    events.HelpEvaluated: _evaluated,
}
