"""A case for a member of a ZBO: the item brought in there, and nothing else of the case."""

from dialogs.conversations import chair
from dialogs.conversations.pending import agreements, own
from dialogs.desk import Desk
from dialogs.parts import RULE
from dialogs.screen import Part
from meldcode.parts import Item

Parts = tuple[Part, ...]


def parts(desk: Desk) -> Parts:
    """The item looked at, if it is on an agenda of the viewer's; else those that wait there."""
    mine = _mine(desk)
    item = chair.looked_at(desk, mine)
    if item is None:
        return chair.waiting(desk, mine)
    return (
        *chair.about(desk, item),
        RULE,
        *agreements(desk, own(desk)),
        *chair.earlier(mine, item),
    )


def _mine(desk: Desk) -> tuple[Item, ...]:
    viewer, case = desk.room.viewer, desk.case
    return tuple(item for item in case.items if viewer.attends(case.school, item.meeting))
