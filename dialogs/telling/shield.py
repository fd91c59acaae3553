"""Taking somebody who stays anonymous to the family out of what is told (domain.md R6)."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from dialogs.desk import Room
from dialogs.screen import Part, Quote

GONE = "[…]"
SHORTEST = 3
"""Shorter parts of a name are also ordinary words."""


def names(room: Room, shield: Iterable[str]) -> tuple[str, ...]:
    """The names of those people; a reporter without the app is known by the words themselves."""
    return tuple(room.name_of(person) or person for person in shield)


def masked(parts: Iterable[Part], hidden: Iterable[str]) -> tuple[Part, ...]:
    """The parts without these names in what people wrote.

    A name's parts go as well, so that "Sam" alone says nothing; rather a word too many is gone
    than one too few. What only one person can know still points at her: people must see to that.
    """
    words = sorted({word for name in hidden for word in _words(name)}, key=len, reverse=True)
    if not words:
        return tuple(parts)
    found = re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)
    return tuple(_without(part, found) for part in parts)


def _without(part: Part, found: re.Pattern[str]) -> Part:
    return replace(part, text=found.sub(GONE, part.text)) if isinstance(part, Quote) else part


def _words(name: str) -> Iterator[str]:
    """The whole name, and those parts of it that are names by themselves."""
    yield name
    for word in re.findall(r"\w+", name):
        if len(word) >= SHORTEST and word[0].isupper():
            yield word
