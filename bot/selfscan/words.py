"""Texts as words, to find a name or a piece of somebody's text in another text."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass

WORD = re.compile(r"[^\W_]+")
PIECE = 4
"""Words in a row that are taken for a piece of a text; fewer are anybody's."""

SHORTEST_NAME = 3
INNER = frozenset({"type", "block_id", "action_id", "style"})
HANDLE = re.compile(r"[\w-]{20}")

Piece = tuple[str, ...]


def words(text: str) -> tuple[str, ...]:
    """In small letters and without accents, however they were written."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return tuple(WORD.findall(bare))


def pieces(text: str) -> Iterator[Piece]:
    """Every so many words in a row; of a shorter text all of it."""
    said = words(text)
    for start in range(max(1, len(said) - PIECE + 1)):
        if said[start : start + PIECE]:
            yield said[start : start + PIECE]


def names(text: str) -> Iterator[str]:
    """The parts of a name that are long enough to mean somebody."""
    return (word for word in words(text) if len(word) >= SHORTEST_NAME)


def strings(value: object) -> Iterator[str]:
    """Every text in a frozen value of the rules, however deep."""
    if isinstance(value, str):
        yield value
    elif is_dataclass(value):
        yield from strings([getattr(value, one.name) for one in fields(value)])
    elif isinstance(value, Iterable) and not isinstance(value, bytes):
        for one in value:
            yield from strings(one)


def shown(value: object) -> Iterator[str]:
    """Every line in a message that people or Slack could read; not what only our code reads."""
    if isinstance(value, str):
        yield from value.splitlines()
    elif isinstance(value, list):
        for one in value:
            yield from shown(one)
    elif isinstance(value, dict):
        reference = HANDLE.fullmatch(str(value.get("value", "")))
        hidden = {*INNER, "value"} if reference else INNER
        yield from shown([one for name, one in value.items() if name not in hidden])
