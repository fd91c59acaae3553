"""The agenda summary for the chair of a ZBO: per item what the meeting must know, no names."""

from dialogs.code import shown
from dialogs.conversations.chronology import blocks
from dialogs.desk import AgendaLine, MeetingDesk
from dialogs.parts import RULE, alert, head, line, local, quiet, row
from dialogs.say import say
from dialogs.screen import Button, Part, Quote, Screen

Parts = tuple[Part, ...]

ROOM_FOR_ITEMS = 80
"""Blocks of the modal's 100 that items may take."""

MOST_EARLIER = 3


def agenda(desk: MeetingDesk) -> Screen:
    """Items that were not handled come first; the oldest of them on top."""
    order = sorted(desk.items, key=lambda item: (item.handled, -item.age))
    return Screen(
        name="agenda",
        title=say("zbo.title"),
        parts=(
            head("zbo.when", at=local(desk.room, desk.meeting.at)),
            line("zbo.total", n=len(order), minutes=sum(item.minutes for item in order)),
            quiet("zbo.note"),
            *(_fitting(order) if order else (line("zbo.empty"),)),
            RULE,
            alert("zbo.no_waiting"),
        ),
        handle=desk.handle,
    )


def _fitting(items: list[AgendaLine]) -> Parts:
    """As many items as fit, and a line that says how many do not."""
    parts: Parts = ()
    for number, item in enumerate(items):
        more = _item(item)
        if blocks((*parts, *more)) > ROOM_FOR_ITEMS:
            return (*parts, quiet("case.more", n=len(items) - number))
        parts = (*parts, *more)
    return parts


def _item(item: AgendaLine) -> Parts:
    earlier = (Quote(text, say("zbo.agreed")) for text in item.earlier[-MOST_EARLIER:])
    why = (Quote(item.parents_reason, say("chr.parents_reason")),) if item.parents_reason else ()
    return (
        RULE,
        head("zbo.code", code=shown(item.code), n=item.minutes),
        Quote(item.question, say("zbo.item")),
        line("zbo.bringer", role=item.bringer, n=item.age),
        line("zbo.parents.yes" if item.parents_invited else "zbo.parents.no"),
        *why,
        *earlier,
        *((quiet("zbo.done"),) if item.handled else ()),
        *row(Button("open", say("zbo.open.button", code=shown(item.code)), item.handle)),
    )
