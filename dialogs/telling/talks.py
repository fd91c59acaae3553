"""Step 3 as a story."""

from dialogs.telling.teller import Parts, Tell, Telling
from meldcode import events


def _talked(tell: Telling, event: events.TalkHeld) -> Parts:
    return tell.quote(event.report, "chr.talk", on=event.on, people=event.with_whom)


TELL: Tell = {
    events.TalkHeld: _talked,
}
