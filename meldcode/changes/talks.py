"""Planned talks in a case."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from meldcode import events
from meldcode.parts_talks import Talk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from meldcode.case import Case
    from meldcode.changes.change import Change, Changes
    from meldcode.events import Entry


def _planned(case: Case, _entry: Entry, event: events.TalkPlanned) -> Change:
    talk = Talk(
        id=event.talk,
        on=event.on,
        at=event.at,
        with_whom=event.with_whom,
        leads=event.leads,
        colleague=event.colleague,
        near=event.near,
        prepared_with=event.prepared_with,
    )
    return {"talks": (*case.talks, talk)}


def _settled(case: Case, _entry: Entry, event: events.TalkHeld | events.TalkNotHeld) -> Change:
    return {"talks": tuple(_with(case, event.talk, lambda talk: replace(talk, settled=True)))}


def _out(case: Case, _entry: Entry, event: events.CameOut) -> Change:
    return {"talks": tuple(_with(case, event.talk, lambda talk: replace(talk, out=True)))}


def _with(case: Case, name: str | None, change: Callable[[Talk], Talk]) -> Iterator[Talk]:
    return (change(talk) if talk.id == name else talk for talk in case.talks)


CHANGES: Changes = {
    events.TalkPlanned: _planned,
    events.TalkHeld: _settled,
    events.TalkNotHeld: _settled,
    events.CameOut: _out,
}
