"""What still waits in a case: the next look, agreements and agenda items, as far as they fit."""

from collections.abc import Iterable

from dialogs.desk import Desk
from dialogs.parts import alert, button, head, line, quiet, row
from dialogs.say import say
from dialogs.screen import Part, Quote
from meldcode.case import Case
from meldcode.choices import Grounds, ItemKind
from meldcode.events import CaseClosed
from meldcode.parts import Agreement, Item, Status

Parts = tuple[Part, ...]

MOST = 5
"""Entries of one kind on a screen; what is done makes room for the next."""


def unfounded(case: Case) -> Parts:
    """A suspicion that proved wrong is said expressly, ever after (domain.md 1.9)."""
    ends = (entry.event for entry in case.entries if isinstance(entry.event, CaseClosed))
    if all(end.grounds is not Grounds.UNFOUNDED for end in ends):
        return ()
    return (alert("case.unfounded" if case.status is Status.CLOSED else "case.unfounded.before"),)


def own(desk: Desk) -> tuple[Agreement, ...]:
    """The agreements that are with the viewer."""
    viewer = desk.room.viewer.id
    return tuple(made for made in desk.case.agreements if made.owner == viewer)


def looking(desk: Desk) -> Parts:
    """Step 6: when the next look is, or that it is now."""
    day = desk.case.next_check
    if day is None:
        return ()
    return (line("duty.follow_first"),) if day <= desk.room.today else (line("case.next", on=day),)


def agreements(desk: Desk, made: Iterable[Agreement]) -> Parts:
    """Open agreements, the first to fall due on top, each with a button to tell it is done."""
    waiting = sorted((one for one in made if not one.kept), key=lambda one: one.due)
    if not waiting:
        return ()
    told = (part for one in waiting[:MOST] for part in _agreement(desk, one))
    return (head("case.agreements"), *told, *_more(len(waiting)))


def wait_for_zbo(desk: Desk) -> Parts:
    """Items that await their meeting or its outcome."""
    waiting = [item for item in desk.case.items if not item.handled]
    if not waiting:
        return ()
    told = (part for item in waiting[:MOST] for part in _item(desk, item))
    return (head("case.items"), *told, *_more(len(waiting)))


def _agreement(desk: Desk, made: Agreement) -> Parts:
    late = made.due < desk.room.today
    said = {"owner": desk.room.name_of(made.owner), "due": made.due}
    keep = row(button(desk, "keep", made.id))
    if made.tells_parents:
        return (line("agreement.tells.late" if late else "agreement.tells", **said), *keep)
    return (Quote(made.what, say("agreement.late" if late else "agreement.above", **said)), *keep)


def _item(desk: Desk, item: Item) -> Parts:
    evaluates = item.kind is ItemKind.EVALUATION
    above = say("item.evaluation" if evaluates else "item.above", on=item.meeting_on)
    return (Quote(item.question, above), *row(button(desk, "outcome", item.id)))


def _more(count: int) -> Parts:
    return (quiet("case.more", n=count - MOST),) if count > MOST else ()
