"""The kinds of question a form can ask; a marker says how one field of a form is shown.

Texts are keys of the catalogues. Limits are those of the narrowest platform (Slack's modals:
title and submit 24 characters, option 75, 10 radio buttons, 100 options in a list).
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from dialogs.say import Say

TEXT_LIMIT = 3000
"""Characters in one text field (Slack: plain_text_input, max_length)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """What every kind has: its question, a hint, the sentence when nothing was filled in.

    `live` fields report every change at once, so that a draft can be kept.
    """

    label: str
    hint: str | None = None
    empty: str = "err.empty"
    live: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Text(Field):
    """One line, or several if `long`; at most `limit` characters."""

    long: bool = False
    limit: int = TEXT_LIMIT


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice(Field):
    """One of a few fixed answers; the text of each is the key `<label>.<value>`."""

    of: type[StrEnum]
    without: frozenset[str] = frozenset()
    empty: str = "err.choose"

    @property
    def values(self) -> tuple[str, ...]:
        return tuple(option.value for option in self.of if option.value not in self.without)


@dataclass(frozen=True, slots=True, kw_only=True)
class YesNo(Field):
    """Yes or no; the values are "yes" and "no", the texts `word.yes` and `word.no`."""

    empty: str = "err.choose"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pick(Field):
    """One, or with `several` more, of a list that the screen brings along (people, meetings)."""

    several: bool = False
    empty: str = "err.choose"


@dataclass(frozen=True, slots=True, kw_only=True)
class Day(Field):
    """A date, as YYYY-MM-DD."""

    empty: str = "err.date"


AnyField = Text | Choice | YesNo | Pick | Day


@dataclass(frozen=True, slots=True)
class Option:
    """An entry of a Pick: the value that comes back and the words (or the text) that are shown."""

    value: str
    shown: str | Say


Raw = dict[str, Any]
"""Field name -> what came from the platform: a string, a list of strings, or None."""
