"""The confidential part as a story: its words only for who may read them."""

from dialogs.telling.teller import Parts, Tell, Telling
from meldcode import events
from meldcode.access import reads_confidential


def _written(tell: Telling, event: events.ConfidentialWritten) -> Parts:
    desk = tell.desk
    if reads_confidential(desk.room.viewer, desk.case, tell.entry):
        return tell.quote(event.text, "chr.confidential")
    return tell.line("chr.confidential.closed")


TELL: Tell = {
    events.ConfidentialWritten: _written,
    events.GlassBroken: lambda tell, event: tell.quote(
        event.reason, "chr.glass", until=event.until
    ),
}
