"""What a person sees, as data: a platform's renderer shows it, nothing here knows how.

Two kinds of text are kept apart by type: `Say` is ours (a catalogue key), `Quote` holds what a
person wrote. A renderer may put a Quote only inside a modal and only as plain text.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from dialogs.fields import Option
from dialogs.form import Form
from dialogs.say import Say, say

__all__ = ["Say", "say"]


class Tone(StrEnum):
    """How a line is set apart."""

    PLAIN = "plain"
    HEAD = "head"
    QUIET = "quiet"
    ALERT = "alert"


@dataclass(frozen=True, slots=True)
class Line:
    text: Say
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Quote:
    """What a person wrote, under a line that says who and when."""

    text: str
    above: Say


@dataclass(frozen=True, slots=True)
class Button:
    """Leads to the screen or command registered under `action`; `handle` says about what.

    With a `page` it opens that address of the chat platform as well.
    """

    action: str
    text: Say
    handle: str = ""
    primary: bool = False
    danger: bool = False
    page: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Buttons:
    row: tuple[Button, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """A line between two parts."""


Part = Line | Quote | Buttons | Rule


@dataclass(frozen=True, slots=True)
class Screen:
    """A modal or Home. With a `form` it has fields (after `parts`, before `after`) and a submit.

    `options` gives the entries of Pick fields and `handle` the opaque reference that comes back
    with a submit. `preset` holds the values that fields start with; a Say among them, or in a
    tuple of lines, is put in words by `Texts.filled`. `edition` tells two versions of a form apart
    whose fields must not inherit what was typed.
    """

    name: str
    title: Say
    parts: tuple[Part, ...] = ()
    form: type[Form] | None = None
    submit: Say | None = None
    close: Say = field(default_factory=lambda: Say("word.close"))
    after: tuple[Part, ...] = ()
    options: Mapping[str, tuple[Option, ...]] = field(default_factory=dict)
    preset: Mapping[str, Any] = field(default_factory=dict)
    handle: str = ""
    edition: str = ""

    def with_alert(self, text: Say) -> "Screen":
        """The same screen with a sentence on top; what was typed stays."""
        return replace(self, parts=(Line(text, Tone.ALERT), *self.parts))


@dataclass(frozen=True, slots=True)
class Envelope:
    """A message in chat: one neutral sentence, one button, nothing else (texts.md 3.0)."""

    text: Say
    button: Button
    footer: Say | None = None
