"""What happened in a case, newest first, in pages that fit a modal."""

import json
from collections.abc import Iterable

from dialogs.desk import Desk
from dialogs.parts import head, quiet, row
from dialogs.say import say
from dialogs.screen import Button, Part, Quote
from dialogs.telling import told
from meldcode.events import Entry

MOST_BLOCKS = 30
"""A modal has 100 blocks, and the rest of a case needs its share."""

MOST_BYTES = 120_000
"""As JSON; Slack takes views up to 250 kB."""

OLDER = tuple(f"older{page}" for page in range(1, 21))
"""Actions that open the pages after the first."""


def conversation(desk: Desk, entries: Iterable[Entry], page: int = 0) -> tuple[Part, ...]:
    """One page, with a line that says that there is more and a button to it."""
    found = _pages(desk, entries)
    here = found[min(page, len(found) - 1)]
    if not here:
        return ()
    more = page + 1 < min(len(found), len(OLDER) + 1)
    older = Button(OLDER[page], say("case.older.button"), desk.handle) if more else None
    cut = (quiet("case.older"), *row(older)) if more else ()
    return (head("case.conversation"), *here, *cut)


def blocks(parts: Iterable[Part]) -> int:
    """How many blocks the parts take at most: a Quote is a line and a text."""
    return sum(2 if isinstance(part, Quote) else 1 for part in parts)


def _pages(desk: Desk, entries: Iterable[Entry]) -> list[tuple[Part, ...]]:
    """The newest page first; an entry is never cut in two. Nothing at all is one empty page."""
    found: list[tuple[Part, ...]] = [()]
    for entry in reversed(tuple(entries)):
        parts = (*told(desk, entry), *_still_in_chat(desk, entry))
        if _fits((*found[-1], *parts)):
            found[-1] = (*found[-1], *parts)
        else:
            found.append(parts)
    return found


def _fits(parts: tuple[Part, ...]) -> bool:
    size = sum(len(json.dumps(part.text)) for part in parts if isinstance(part, Quote))
    return blocks(parts) <= MOST_BLOCKS and size <= MOST_BYTES


def _still_in_chat(desk: Desk, entry: Entry) -> tuple[Part, ...]:
    """Only the author can remove it there, so only the author is told."""
    mine = entry.by == desk.room.viewer.id
    source = getattr(entry.event, "source", "")
    return (quiet("chat.still"),) if mine and source in desk.typed else ()
