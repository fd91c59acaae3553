"""Step 1 as a story."""

from dialogs.telling.teller import Tell
from meldcode import events

TELL: Tell = {
    events.SignalRead: lambda tell, _: tell.line("chr.read"),
    events.SignalWithdrawn: lambda tell, _: tell.line("chr.withdrawn"),
    events.ObservationAdded: lambda tell, event: tell.quote(event.text, "chr.added"),
}
