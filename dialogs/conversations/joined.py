"""What several teachers told about one child, in one chronology; for the care team (row 10)."""

from collections.abc import Iterator
from datetime import date

from dialogs.code import shown
from dialogs.conversations.chronology import out_of_pages, pages
from dialogs.conversations.hide import hide
from dialogs.desk import Beside, Desk, JoinedDesk
from dialogs.parts import head, line, quiet, row
from dialogs.say import say
from dialogs.screen import Button, Part, Screen
from dialogs.telling import whole
from meldcode import events
from meldcode.chronology import by_event
from meldcode.events import Entry

Parts = tuple[Part, ...]

JOINED = ("joined", *(f"joined{page}" for page in range(1, 21)))
"""Actions that open the pages."""

TOLD = (events.SignalRaised, events.ObservationAdded)
MOST_SIBLINGS = 5


def joined(action: str, table: JoinedDesk) -> Screen:
    """Observations and their corrections, and nothing else: no name, no label, no decision.

    What is known of one child's case is never carried over to another (domain.md row 69).
    """
    first = table.desks[0]
    found = pages(parts for _, parts in _dated(table))
    number = min(JOINED.index(action), len(found) - 1)
    more = number + 1 < min(len(found), len(JOINED))
    onward = Button(JOINED[number + 1], say("timeline.more.button"), first.handle)
    return Screen(
        name="case",
        title=say("joined.title"),
        parts=(
            *hide(first.handle),
            *row(Button("open", say("menu.back.button"), first.handle)),
            head("joined.head"),
            line("joined.note"),
            *found[number],
            *((quiet("timeline.more"), *row(onward)) if more else ()),
            *out_of_pages(found, number, len(JOINED)),
            *_siblings(table.siblings),
            quiet("home.danger"),
        ),
        handle=first.handle,
    )


def _dated(table: JoinedDesk) -> list[tuple[date, Parts]]:
    """Across all cases, what happened first on top."""
    told = (dated for desk in table.desks for dated in _of(desk))
    return sorted(told, key=lambda dated: dated[0])


def _of(desk: Desk) -> Iterator[tuple[date, Parts]]:
    code = shown(desk.case.code)
    entries = (entry for entry in desk.case.entries if _observed(desk, entry))
    for day, entry in by_event(desk.case, entries, desk.room.calendar):
        yield day, (quiet("joined.day", on=day, code=code), *whole(desk, entry))


def _observed(desk: Desk, entry: Entry) -> bool:
    if isinstance(entry.event, events.EntryCorrected):
        return _observed(desk, desk.case.entries[entry.event.seq - 1])
    return isinstance(entry.event, TOLD)


def _siblings(siblings: tuple[Beside, ...]) -> Parts:
    if not siblings:
        return ()
    rows = (
        part
        for one in siblings[:MOST_SIBLINGS]
        for part in row(Button("open", say("home.open.button", code=shown(one.code)), one.handle))
    )
    return (line("beside.sibling"), *rows)
