"""What the stories of all steps share: who, when, and what was written."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from dialogs.desk import Desk
from dialogs.parts import local
from dialogs.say import Say, say
from dialogs.screen import Line, Part, Quote
from meldcode.choices import Present
from meldcode.events import Decided, Entry, Weighed, ZboDiscussed

Parts = tuple[Part, ...]
T = TypeVar("T", Weighed, Decided, ZboDiscussed)


@dataclass(frozen=True, slots=True)
class Telling:
    """One entry, told at a school: knows who did it and when, and who is not named in it."""

    desk: Desk
    entry: Entry
    shield: frozenset[str] = frozenset()

    def above(self, key: str, **args: object) -> Say:
        at = local(self.desk.room, self.entry.at)
        return say(key, who=self.name(self.entry.by), at=at, **args)

    def name(self, person: str) -> str:
        return "" if person in self.shield else self.desk.room.name_of(person)

    def of(self, seq: int) -> dict[str, str]:
        """The entry that this one is about: its author and its moment, as `{of}` and `{then}`."""
        about = self.desk.case.entries[seq - 1]
        return {"of": self.name(about.by), "then": local(self.desk.room, about.at)}

    def present(self, people: tuple[Present, ...]) -> Line:
        """Who took part, by name and in which roles (domain.md R3); a role may give one away."""
        shown = [one for one in people if one.person not in self.shield]
        names = ", ".join(self.name(one.person) for one in shown if self.name(one.person))
        roles = " ".join(dict.fromkeys(one.role for one in shown))
        return Line(say("chr.present", names=names, roles=roles))

    def shown(self, event: T) -> T:
        """Without the written partners where the one who stays anonymous may be one of them.

        Of a reporter who does not use the app there are only words to go by (domain.md R6).
        """
        known = all(map(self.desk.room.name_of, self.shield))
        return event if known else replace(event, partners=None, partner_roles=())

    def line(self, key: str, **args: object) -> Parts:
        return (Line(self.above(key, **args)),)

    def quote(self, text: str | None, key: str, **args: object) -> Parts:
        """The line, with what was written if something was."""
        above = self.above(key, **args)
        return (Quote(text, above),) if text else (Line(above),)


Tell = Mapping[type, Callable[[Telling, Any], Parts]]
"""Event type -> how it is told."""


def also(key: str, text: str | None) -> Parts:
    return (Quote(text, say(key)),) if text else ()


def partners(event: Weighed | Decided | ZboDiscussed) -> Parts:
    """Who took part and does not use the app."""
    if not event.partners:
        return ()
    return (Quote(event.partners, say("chr.partners", roles=" ".join(event.partner_roles))),)


def does(tell: Telling, key: str, person: str | None) -> Parts:
    return (Line(say(key, who=tell.name(person))),) if person else ()
