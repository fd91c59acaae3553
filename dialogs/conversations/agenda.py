"""The agenda of a ZBO for its chair and members: per item what the meeting must know, no names."""

from dialogs.code import shown
from dialogs.conversations.chair import named, parents
from dialogs.conversations.chronology import blocks
from dialogs.desk import AgendaLine, MeetingDesk
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
            *(_fitting(order) if order else (line("zbo.empty"),)),
            RULE,
            alert("zbo.no_waiting"),
        ),
        handle=desk.handle,
    )


def _fitting(items: list[AgendaLine]) -> Parts:
    """As many items as fit in full, and a button for each of the others."""
    parts: Parts = ()
    for number, item in enumerate(items):
        more = _item(item)
        if blocks((*parts, *more)) > ROOM_FOR_ITEMS:
            return (*parts, *rest([_open(one) for one in items[number:]]))
        parts = (*parts, *more)
    return parts


def _item(item: AgendaLine) -> Parts:
    earlier = "\n".join(item.earlier[-MOST_EARLIER:])
    return (
        RULE,
        head("zbo.code", code=shown(item.code), n=item.minutes),
        *((quiet("zbo.evaluation"),) if item.evaluation else ()),
        *((alert("zbo.acute"),) if item.acute and not item.handled else ()),
        Quote(item.question, say("zbo.bringer", role=item.bringer, n=item.age)),
        parents(invited=item.parents_invited, reason=item.parents_reason),
        *((line("zbo.guests.roles", roles=" ".join(item.guests)),) if item.guests else ()),
        *((Quote(earlier, say("zbo.agreed")),) if earlier else ()),
        *((quiet("zbo.done"),) if item.handled else ()),
        *row(_open(item)),
    )


def _open(item: AgendaLine) -> Button:
    return Button("open", say("zbo.open.button", code=shown(item.code)), item.handle)
