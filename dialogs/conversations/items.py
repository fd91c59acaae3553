"""Agenda items that wait: what can be done with them, moving them on and taking them off."""

from typing import Annotated, ClassVar

from pydantic import Field

from dialogs.conversations.about_item import put_off
from dialogs.conversations.pending import MOST
from dialogs.conversations.schedule import instead
from dialogs.desk import Desk, Options
from dialogs.fields import TEXT_LIMIT, Pick, Text
from dialogs.form import Form, Given
from dialogs.options import meetings
from dialogs.parts import button, form_screen, line, quiet, row
from dialogs.say import say
from dialogs.screen import Part, Quote, Screen
from meldcode.commands import Command, MoveItem, TakeOffAgenda
from meldcode.parts import Item

Parts = tuple[Part, ...]


class MoveItemForm(Form):
    name: ClassVar[str] = "move_item"

    meeting: Annotated[str, Pick(label="move_item.meeting", empty="err.pick_meeting")]
    reason: Annotated[
        str | None, Field(max_length=TEXT_LIMIT), Text(label="move_item.reason", long=True)
    ] = None

    def command(self, given: Given, /) -> Command:
        on = given.meetings.get(self.meeting)
        return MoveItem(given.part, self.meeting, on, self.reason)


class TakeOffForm(Form):
    name: ClassVar[str] = "take_off"

    reason: Annotated[
        str,
        Field(max_length=TEXT_LIMIT),
        Text(label="take_off.reason", empty="err.why", long=True),
    ]

    def command(self, given: Given, /) -> Command:
        return TakeOffAgenda(given.part, self.reason)


def move_item(desk: Desk) -> Screen:
    said = (*_asked(desk), line("move_item.note"))
    offered = lists(desk)
    screen = form_screen(desk, MoveItemForm, before=said, options=offered)
    return screen if offered["meeting"] else instead(screen, (line("zbo.none"),))


def lists(desk: Desk) -> Options:
    """Every meeting ahead but the one that the item is on."""
    there = {item.meeting for item in desk.case.items if item.id == desk.part}
    return {"meeting": tuple(one for one in meetings(desk.room) if one.value not in there)}


def take_off(desk: Desk) -> Screen:
    return form_screen(desk, TakeOffForm, before=(*_asked(desk), line("take_off.note")))


def waiting(desk: Desk) -> Parts:
    """For the care team: each open item with all that can be done with it."""
    found = [item for item in desk.case.items if not item.handled]
    more = (quiet("case.more", n=len(found) - MOST),) if len(found) > MOST else ()
    return (*(part for item in found[:MOST] for part in _item(desk, item)), *more)


def _item(desk: Desk, item: Item) -> Parts:
    buttons = (button(desk, action, item.id) for action in ("outcome", "move_item", "take_off"))
    return (_quoted(item), *put_off(item.put_off, item.first_on), *row(*buttons))


def _asked(desk: Desk) -> Parts:
    return tuple(_quoted(item) for item in desk.case.items if item.id == desk.part)


def _quoted(item: Item) -> Quote:
    return Quote(item.question, say("item.above", on=item.meeting_on))
