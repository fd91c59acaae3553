"""Who looked at a case, when and as what: for the care team (issue: every look leaves a line)."""

from dialogs.desk import Desk
from dialogs.looked import Looked, LookLine
from dialogs.parts import head, here, line, local, quiet, row
from dialogs.say import say
from dialogs.screen import Button, Part

MOST = 60
"""Lines on one screen; the export has all of them."""


def looks(desk: Desk) -> tuple[Part, ...]:
    """The newest first."""
    back = Button("open", say("menu.back.button"), here(desk))
    shown = desk.looks[:MOST]
    more = len(desk.looks) - len(shown)
    return (
        *row(back),
        head("looks.head"),
        quiet("looks.about"),
        *(_line(desk, one) for one in shown),
        *((quiet("looks.more", n=more),) if more else ()),
    )


def _line(desk: Desk, one: LookLine) -> Part:
    plain = one.what in {Looked.CREATE, Looked.REFUSED}
    which = "" if plain else ".for" if one.on_behalf else "" if one.roles else ".bare"
    roles, at = " ".join(one.roles), local(desk.room, one.at)
    return line(f"looks.{one.what}{which}", at=at, who=one.who, roles=roles, behalf=one.on_behalf)
