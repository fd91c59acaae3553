"""What happened in a case, newest first or in its own order, in pages that fit a modal."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dialogs.desk import Desk
from dialogs.parts import alert, head, quiet, row
from dialogs.say import say
from dialogs.screen import Button, Part, Quote
from dialogs.telling import told, whole
from meldcode.chronology import by_event
from meldcode.events import Entry

Parts = tuple[Part, ...]

MOST_BLOCKS = 30
"""A modal has 100 blocks, and the rest of a case needs its share."""

MOST_BYTES = 120_000
"""As JSON; Slack takes views up to 250 kB."""

OLDER = tuple(f"older{page}" for page in range(1, 21))
"""Actions that open the pages after the first."""

TIMELINE = ("timeline", *(f"timeline{page}" for page in range(1, 21)))
"""Actions that open the pages in the order of what happened."""


@dataclass(frozen=True, slots=True)
class _Book:
    """How a chronology is paged: its heading, and what leads to the pages after the first."""

    head: str
    more: str
    button: str
    actions: tuple[str, ...]


NEWEST_FIRST = _Book("case.conversation", "case.older", "case.older.button", OLDER)
BY_EVENT = _Book("timeline.head", "timeline.more", "timeline.more.button", TIMELINE[1:])


def conversation(desk: Desk, entries: Iterable[Entry], page: int = 0) -> Parts:
    """One page of what was written, newest first, with a line that says that there is more."""
    newest = reversed(tuple(entries))
    found = pages((*told(desk, entry), *_still_in_chat(desk, entry)) for entry in newest)
    return _page(desk, NEWEST_FIRST, found, page)


def timeline(desk: Desk, entries: Iterable[Entry], page: int = 0) -> Parts:
    """One page in the order in which things happened, each under its day."""
    dated = by_event(desk.case, entries, desk.room.calendar)
    found = pages((quiet("timeline.day", on=day), *whole(desk, entry)) for day, entry in dated)
    return _page(desk, BY_EVENT, found, page)


def _page(desk: Desk, book: _Book, found: Sequence[Parts], page: int) -> Parts:
    here = found[min(page, len(found) - 1)]
    if not here:
        return ()
    more = page + 1 < min(len(found), len(book.actions) + 1)
    on = Button(book.actions[page], say(book.button), desk.handle) if more else None
    cut = (quiet(book.more), *row(on)) if more else ()
    return (head(book.head), *here, *cut, *out_of_pages(found, page, len(book.actions) + 1))


def out_of_pages(found: Sequence[Parts], page: int, most: int) -> Parts:
    """What is said on the last page that can be opened, if more was told than fits on so many."""
    return (alert("pages.out"),) if page + 1 == most < len(found) else ()


def blocks(parts: Iterable[Part]) -> int:
    """How many blocks the parts take at most: a Quote is a line and a text."""
    return sum(2 if isinstance(part, Quote) else 1 for part in parts)


def pages(told: Iterable[Parts]) -> list[Parts]:
    """What is told, in order, on pages that fit; an entry is never cut in two.

    Nothing at all is one empty page.
    """
    found: list[Parts] = [()]
    for parts in told:
        if _fits((*found[-1], *parts)):
            found[-1] = (*found[-1], *parts)
        else:
            found.append(parts)
    return found


def _fits(parts: Parts) -> bool:
    size = sum(len(json.dumps(part.text)) for part in parts if isinstance(part, Quote))
    return blocks(parts) <= MOST_BLOCKS and size <= MOST_BYTES


def _still_in_chat(desk: Desk, entry: Entry) -> Parts:
    """Only the author can remove it there, so only the author is told."""
    mine = entry.by == desk.room.viewer.id
    source = getattr(entry.event, "source", "")
    return (quiet("chat.still"),) if mine and source in desk.typed else ()
