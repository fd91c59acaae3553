"""Questions to colleagues in a case."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from meldcode import events
from meldcode.parts_consultation import Consult

if TYPE_CHECKING:
    from meldcode.case import Case
    from meldcode.changes.change import Change, Changes
    from meldcode.events import Entry

    Ended = events.ColleagueAnswered | events.ColleagueDeclined | events.ConsultWithdrawn


def _asked(case: Case, entry: Entry, event: events.ColleagueAsked) -> Change:
    consult = Consult(
        id=event.consult,
        person=event.person,
        by=entry.by,
        asked_as=event.asked_as,
        question=event.question,
        until=event.until,
        name=event.name,
    )
    return {"consults": (*case.consults, consult)}


def _ended(case: Case, _entry: Entry, event: Ended) -> Change:
    return {"consults": closed(case.consults, event.consult)}


def closed(consults: tuple[Consult, ...], *only: str) -> tuple[Consult, ...]:
    """All of them closed, or only those with these ids."""
    return tuple(
        replace(one, open=False) if not only or one.id in only else one for one in consults
    )


CHANGES: Changes = {
    events.ColleagueAsked: _asked,
    events.ColleagueAnswered: _ended,
    events.ColleagueDeclined: _ended,
    events.ConsultWithdrawn: _ended,
}
