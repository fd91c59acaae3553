"""Where help and a melding stand: what is owed, what runs, what is awaited."""

from dialogs.conversations.gaps import gaps
from dialogs.desk import Desk
from dialogs.parts import alert, button, head, line, row
from dialogs.say import say
from dialogs.screen import Part, Quote
from meldcode.owing import melding_owed
from meldcode.parts_helping import Help

Parts = tuple[Part, ...]

MOST = 5
"""Entries of one kind on a screen; what is judged makes room for the next."""


def owed(desk: Desk) -> Parts:
    """What is late stands on the first screen of a case, in a line each."""
    case, today = desk.case, desk.room.today
    by = case.melding.feedback_by
    return (
        *((alert("melding.owed"),) if melding_owed(case) else ()),
        *((alert("feedback.late", on=by),) if by and by < today else ()),
        *((alert("duty.help_term"),) if any(_over(desk, one) for one in case.helps) else ()),
    )


def step_5(desk: Desk) -> Parts:
    """On top of the menu: help that runs, and how far a melding has come."""
    return (*owed(desk), *helps(desk), *_melding(desk))


def helps(desk: Desk) -> Parts:
    running = sorted((one for one in desk.case.helps if one.running), key=lambda one: one.until)
    told = tuple(part for one in running[:MOST] for part in _help(desk, one))
    return (head("helping.running"), *told) if told else ()


def _help(desk: Desk, one: Help) -> Parts:
    key = "helping.late" if _over(desk, one) else "helping.above"
    who = desk.room.name_of(one.manager or "")
    above = say(key, who=who, until=one.until)
    return (Quote(one.what, above), *row(button(desk, "help_check", one.id)))


def _over(desk: Desk, one: Help) -> bool:
    return one.running and one.until <= desk.room.today


def _melding(desk: Desk) -> Parts:
    """The gaps, once a melding is on the table; after it, when word is expected."""
    melding = desk.case.melding
    if melding.done:
        due = (line("feedback.due", on=melding.feedback_by),) if melding.feedback_by else ()
        return (line("melding.done", on=melding.done[-1].on), *due)
    return gaps(desk.case) if melding.plan or melding_owed(desk.case) else ()
