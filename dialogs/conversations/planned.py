"""The talks that were planned, for the care team: what is known, and what can be done with them."""

from dialogs.conversations.timing import unseen
from dialogs.desk import Desk
from dialogs.parts import alert, button, line, quiet, row
from dialogs.say import Say, say
from dialogs.screen import Line, Part
from meldcode.parts_talks import Talk

Parts = tuple[Part, ...]

MOST = 5


def next_talk(desk: Desk) -> Parts:
    """One line for the first screen: the next talk, or the oldest that is not on record yet."""
    waiting = _waiting(desk)
    return (Line(on_day("case.talk", waiting[0])),) if waiting else ()


def planned(desk: Desk) -> Parts:
    """Each with its buttons; a talk that is over still waits for its record."""
    waiting = _waiting(desk)
    told = (part for talk in waiting[:MOST] for part in _talk(desk, talk))
    more = (quiet("case.more", n=len(waiting) - MOST),) if len(waiting) > MOST else ()
    return (*told, *more)


def on_day(key: str, talk: Talk, **args: object) -> Say:
    """A sentence about a talk: with the hour if there is one, then its key ends in `.at`."""
    args |= {"on": talk.on, "people": talk.with_whom}
    return say(f"{key}.at", at=f"{talk.at:%H:%M}", **args) if talk.at else say(key, **args)


def _waiting(desk: Desk) -> list[Talk]:
    waiting = (talk for talk in desk.case.talks if not talk.settled)
    return sorted(waiting, key=lambda talk: (talk.on, talk.at is None, talk.at or 0))


def _talk(desk: Desk, talk: Talk) -> Parts:
    begun = talk.on <= desk.room.today
    out = button(desk, "came_out", talk.id, primary=True) if begun and not talk.out else None
    record = button(desk, "talk", talk.id) if begun else None
    return (
        Line(on_day("plan.is", talk)),
        line("plan.who", who=desk.room.name_of(talk.leads)),
        *((line("plan.near.is", who=desk.room.name_of(talk.near)),) if talk.near else ()),
        *((alert("talk.break"),) if unseen(desk, talk.on) else ()),
        *row(out, record, button(desk, "no_talk", talk.id)),
    )
