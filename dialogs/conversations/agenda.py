"""The agenda of a ZBO for its chair and members: per item what the meeting must know, no names."""

from datetime import date

from dialogs.code import shown
from dialogs.conversations.about_item import informed, put_off
from dialogs.conversations.chair import named, parents
from dialogs.conversations.chronology import blocks
from dialogs.desk import AgendaLine, AgreedLine, MeetingDesk
from dialogs.parts import RULE, alert, head, line, local, quiet, rest, row
from dialogs.say import say
from dialogs.screen import Button, Part, Quote, Screen

Parts = tuple[Part, ...]

ROOM_FOR_ITEMS = 80
"""Blocks of the modal's 100 that items may take."""

MOST_EARLIER = 3


def agenda(desk: MeetingDesk) -> Screen:
    """Items that were not handled come first: the most urgent, then the oldest of them on top."""
    order = sorted(desk.items, key=lambda item: (item.handled, item.place, -item.age))
    return Screen(
        name="agenda",
        title=say("zbo.title"),
        parts=(
            head("zbo.when", at=local(desk.room, desk.meeting.at)),
            *named(desk.room, "zbo.expected", desk.meeting.expected),
            line("zbo.total", n=len(order), minutes=sum(item.minutes for item in order)),
            quiet("zbo.note"),
            *(_fitting(order, desk.room.today) if order else (line("zbo.empty"),)),
            RULE,
            alert("zbo.no_waiting"),
        ),
        handle=desk.handle,
    )


def _fitting(items: list[AgendaLine], today: date) -> Parts:
    """As many items as fit in full, and a button for each of the others."""
    parts: Parts = ()
    for number, item in enumerate(items):
        more = _item(item, today)
        if blocks((*parts, *more)) > ROOM_FOR_ITEMS:
            return (*parts, *rest([_open(one) for one in items[number:]]))
        parts = (*parts, *more)
    return parts


def _item(item: AgendaLine, today: date) -> Parts:
    return (
        RULE,
        head("zbo.code", code=shown(item.code), n=item.minutes),
        *((quiet("zbo.evaluation"),) if item.evaluation else ()),
        *((alert("zbo.acute"),) if item.acute and not item.handled else ()),
        Quote(item.question, say("zbo.bringer", role=item.bringer, n=item.age)),
        *put_off(item.put_off, item.first_on),
        parents(invited=item.parents_invited, reason=item.parents_reason),
        *informed(known=item.parents_informed, reason=item.not_informed),
        *((line("zbo.guests.roles", roles=" ".join(item.guests)),) if item.guests else ()),
        *(_agreed(one, today) for one in item.earlier[:MOST_EARLIER]),
        *((quiet("zbo.done"),) if item.handled else ()),
        *row(_open(item)),
    )


def _agreed(made: AgreedLine, today: date) -> Quote:
    """What was agreed on; of what is open also the role of who does it, and by when."""
    if made.kept:
        return Quote(made.what, say("zbo.agreed.kept", due=made.due))
    if made.owner is None:
        return Quote(made.what, say("zbo.agreed.gone", due=made.due))
    key = "zbo.agreed.late" if made.due < today else "zbo.agreed.open"
    return Quote(made.what, say(key, role=made.owner, due=made.due))


def _open(item: AgendaLine) -> Button:
    return Button("open", say("zbo.open.button", code=shown(item.code)), item.handle)
