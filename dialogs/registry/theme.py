"""What one step of the route adds to the table of contents."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from dialogs.desk import Desk, Options, Room
from dialogs.form import Form, Given
from dialogs.screen import Screen
from meldcode.commands import Command


@dataclass(frozen=True, slots=True)
class Theme:
    """The forms of a step, and by action its screens and commands.

    `options` says by form name what its Picks offer at a school, `of_case` what they offer about a
    case; `after`, by form or action, what is shown after success if that is not the case itself.
    """

    forms: tuple[type[Form], ...] = ()
    screens: Mapping[str, Callable[[Desk], Screen]] = field(default_factory=dict)
    commands: Mapping[str, Callable[[Given], Command]] = field(default_factory=dict)
    options: Mapping[str, Callable[[Room], Options]] = field(default_factory=dict)
    of_case: Mapping[str, Callable[[Desk], Options]] = field(default_factory=dict)
    after: Mapping[str, Callable[[Desk], Screen]] = field(default_factory=dict)
