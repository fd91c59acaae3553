"""The kind of violence as a story."""

from dialogs.say import say
from dialogs.screen import Line
from dialogs.telling.teller import Parts, Tell, Telling
from meldcode import events


def _set(tell: Telling, event: events.FormsSet) -> Parts:
    told = (Line(say("chr.disclosure")),) if event.disclosure else ()
    if not event.forms:
        return (*tell.line("chr.nature.none"), *told)
    return (*tell.line("chr.nature", forms=" ".join(event.forms)), *told)


TELL: Tell = {events.FormsSet: _set}
