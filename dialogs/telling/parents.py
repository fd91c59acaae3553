"""The card of the parents as a story."""

from dialogs.conversations.parents import known
from dialogs.screen import Line
from dialogs.telling.teller import Parts, Tell, Telling, also
from meldcode import events


def _recorded(tell: Telling, event: events.ParentRecorded) -> Parts:
    told = tell.quote(event.who, "chr.parent")
    return (*told, Line(known(event)), *also("parent.why", event.reason))


TELL: Tell = {events.ParentRecorded: _recorded}
