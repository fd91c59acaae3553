"""What can be done beside the first things: a list of actions a step, each with a line about it.

The case's first screen shows what most cases need; a menu is one tap further. A menu that has
nothing to offer for a case is not shown.
"""

from collections.abc import Callable, Mapping

from dialogs.conversations.circle import circle as who_may_see
from dialogs.conversations.confidential import standing
from dialogs.conversations.consulted import consulted
from dialogs.conversations.inviting import reading_along
from dialogs.conversations.items import waiting
from dialogs.conversations.parents import editable
from dialogs.conversations.planned import planned
from dialogs.conversations.standing import step_5
from dialogs.desk import Desk
from dialogs.parts import button, head, here, quiet, row
from dialogs.say import say
from dialogs.screen import Button, Part
from meldcode.case import Case
from meldcode.inspection import confidential

Parts = tuple[Part, ...]
Offer = Callable[[Case], tuple[str, ...]]


def consult(_case: Case) -> tuple[str, ...]:
    """Step 2: others who may know or help."""
    return ("consult", "observe", "observed", "discussion", "sheet", "advice")


def talks(_case: Case) -> tuple[str, ...]:
    """Step 3: preparing and recording conversations."""
    return ("plan_talk", "talk", "no_talk", "parent")


def zbo(_case: Case) -> tuple[str, ...]:
    """Steps 3 and 4 of both routes: the meeting and the weighing."""
    return ("schedule", "weighing")


def helping(case: Case) -> tuple[str, ...]:
    """Step 5: help, a report, and what follows from it."""
    melding = case.melding
    unknown = ("known",) if melding.anonymity else ()
    done = ("vt_agreement", "feedback", "chase") if melding.done else ()
    planned = ("parents_told", "reported", *done) if melding.plan else ()
    return ("helping", "melding", "facts", "anonymous", *unknown, *planned, "agreement")


def follow(case: Case) -> tuple[str, ...]:
    """Step 6: aftercare, moving and handing over."""
    move = ("move",) if case.move and not case.move.handled else ()
    letter = ("answer_follower",) if case.handover.follower else ()
    together = ("following", "oka", "evaluate", "aftercare")
    return (*together, "moves", *move, "handover", "follower", *letter)


def record(_case: Case) -> tuple[str, ...]:
    """The record itself: what is seen, corrected and joined."""
    return (
        "progress",
        "timeline",
        "beside",
        "mark",
        "name",
        "injury",
        "correct",
        "nature",
        "keeping",
        "close",
    )


def circle(case: Case) -> tuple[str, ...]:
    """Who may know of the case."""
    stop = ("uninvite",) if case.circle.guests else ()
    admit = ("admit",) if case.circle.excluded else ()
    glass = ("glass",) if confidential(case) else ()
    return ("invite", *stop, "confidential", *glass, "exclude", *admit, "looks")


OFFERS: Mapping[str, Offer] = {
    "menu_consult": consult,
    "menu_talks": talks,
    "menu_zbo": zbo,
    "menu_help": helping,
    "menu_follow": follow,
    "menu_record": record,
    "menu_circle": circle,
}
"""Action that opens a menu -> what it offers for a case."""

STANDING: Mapping[str, Callable[[Desk], Parts]] = {
    "menu_consult": consulted,
    "menu_talks": lambda desk: (*planned(desk), *editable(desk)),
    "menu_zbo": waiting,
    "menu_help": step_5,
    "menu_circle": lambda desk: (*standing(desk), *reading_along(desk), *who_may_see(desk)),
}
"""Action that opens a menu -> how it stands with what the menu is about."""


def doors(desk: Desk) -> Parts:
    """The buttons to the menus that have something to offer."""
    open_to = [name for name, offer in OFFERS.items() if offer(desk.case)]
    found = row(*(Button(name, say(f"{name}.button"), here(desk)) for name in open_to))
    return (head("case.further"), *found) if found else ()


def menu(name: str, desk: Desk) -> Parts:
    """One menu, with the way back on top."""
    back = Button("open", say("menu.back.button"), here(desk))
    offered = OFFERS[name](desk.case)
    lines = (part for action in offered for part in _offered(desk, action))
    stands = STANDING[name](desk) if name in STANDING else ()
    return (*row(back), head(f"{name}.head"), *stands, *lines)


def _offered(desk: Desk, action: str) -> Parts:
    return (quiet(f"{action}.about"), *row(button(desk, action)))
