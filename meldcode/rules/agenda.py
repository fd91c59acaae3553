"""An agenda item that goes on to another meeting, or comes off."""

from meldcode import commands, events
from meldcode.agenda import pressing
from meldcode.case import Case
from meldcode.parts import Item
from meldcode.refusal import Refusal
from meldcode.rules.asking import Asking, Rules, Ruling, first


def waiting(case: Case, name: str) -> Item | Refusal:
    """The item of this name that is still to be discussed."""
    item = next((item for item in case.items if item.id == name), None)
    if item is None:
        return Refusal("err.meeting")
    if item.taken_off:
        return Refusal("err.taken_off")
    return Refusal("err.handled") if item.handled else item


def not_there(case: Case, meeting: str) -> Refusal | None:
    """A case stands on the agenda of a meeting once."""
    there = any(item.meeting == meeting and not item.handled for item in case.items)
    return Refusal("err.scheduled", "meeting") if there else None


def move(case: Case, command: commands.MoveItem, asking: Asking) -> Ruling:
    """It keeps its question and its age; what presses may come sooner, but not later."""
    item = waiting(case, command.item)
    if isinstance(item, Refusal):
        return item
    if command.meeting_on is None:
        return Refusal("err.meeting", "meeting")
    later = command.meeting_on > item.meeting_on
    wrong = first(
        asking.future(command.meeting_on, "meeting"),
        not_there(case, command.meeting),
        Refusal("err.put_off", "meeting") if later and pressing(case) else None,
        asking.short(command.reason, "reason"),
    )
    return wrong or (
        events.ItemMoved(command.item, command.meeting, command.meeting_on, command.reason),
    )


def take_off(case: Case, command: commands.TakeOffAgenda, asking: Asking) -> Ruling:
    item = waiting(case, command.item)
    if isinstance(item, Refusal):
        return item
    wrong = asking.text(command.reason, "reason", "err.why")
    return wrong or (events.ItemTakenOff(command.item, command.reason.strip()),)


RULES: Rules = {commands.MoveItem: move, commands.TakeOffAgenda: take_off}
