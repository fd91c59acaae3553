"""Practising with an invented child: the real screens, marked so that nobody mistakes them.

A marked screen and its buttons have names that no other part of the program knows
(docs/decisions, "Practice has rooms of its own").
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from dialogs.parts import RULE, alert, head, line, quiet, row
from dialogs.say import Say, say
from dialogs.screen import Button, Buttons, Line, Part, Screen

Parts = tuple[Part, ...]

MARK = "practice_"
"""What the names of screens and actions start with."""

STORIES = ("quiet", "told", "bruise")
"""The invented children; their texts are `practice.<story>.*`."""

BEGINS = tuple(f"begin_{story}" for story in STORIES)
GO_ON, LEAVE = "go_on", "leave"

UNTRUE = frozenset({"sig.draft", "sig.close", "ok.body", "ok.body.day", "ok.body.days"})
"""Texts of the real screens that say what practice does not do: here nothing is kept."""


@dataclass(frozen=True, slots=True)
class Sign:
    """What stands above and below a screen: what to do now, and which ways there are."""

    note: Say | None = None
    story: str = ""
    buttons: tuple[Button, ...] = ()


def choose(hours: int) -> Screen:
    """The fixed set of invented children; what is typed stays for so many hours at most."""
    told = (part for story in STORIES for part in _story(story))
    intro = (line("practice.intro"), line("practice.warn"), quiet("practice.term", hours=hours))
    return Screen("practice", say("practice.title"), (*intro, *told))


def _story(story: str) -> Parts:
    begin = Button(f"begin_{story}", say(f"practice.{story}.button"))
    return (RULE, head(f"practice.{story}.head"), line(f"practice.{story}.text"), *row(begin))


def over() -> Screen:
    """No practice any more, and not marked: from here a real child can be told about."""
    return Screen(
        name="end_of_practice",
        title=say("practice.over.title"),
        parts=(
            line("practice.over"),
            line("practice.over.real"),
            *row(Button("new_signal", say("home.t.button"))),
            quiet("home.danger"),
        ),
    )


def marked(screen: Screen, known: Collection[str], sign: Sign) -> Screen:
    """The screen under the mark, with only those buttons that practice knows."""
    own = screen.title.key == "practice.title"
    titled = () if own else (head(screen.title.key, **screen.title.args),)
    above = (alert("practice.mark"), *_said(sign), *titled)
    below = (*row(*sign.buttons), RULE, *row(Button(LEAVE, say("practice.leave.button"))))
    parts, after = (_real(found, known) for found in (screen.parts, screen.after))
    return replace(
        screen,
        name=f"{MARK}{screen.name}",
        title=say("practice.title"),
        close=say("word.close") if screen.close.key in UNTRUE else screen.close,
        parts=_under_mark((*above, *parts)),
        after=_under_mark((*after, *below)),
    )


def _said(sign: Sign) -> Parts:
    note = (Line(sign.note),) if sign.note else ()
    return (*note, *((quiet(f"practice.{sign.story}.text"),) if sign.story else ()))


def _real(parts: Iterable[Part], known: Collection[str]) -> Parts:
    """Without buttons that lead out of practice, and without what would be untrue here."""
    kept = (_kept(part, known) for part in parts)
    return tuple(part for part in kept if part is not None)


def _kept(part: Part, known: Collection[str]) -> Part | None:
    if isinstance(part, Line) and part.text.key in UNTRUE:
        return None
    if not isinstance(part, Buttons):
        return part
    found = tuple(one for one in part.row if one.action in known)
    return Buttons(found) if found else None


def _under_mark(parts: Iterable[Part]) -> Parts:
    return tuple(
        Buttons(tuple(replace(one, action=f"{MARK}{one.action}") for one in part.row))
        if isinstance(part, Buttons)
        else part
        for part in parts
    )
