"""That a second person confirmed something, as a story."""

from dialogs.telling.teller import Tell
from meldcode import events

TELL: Tell = {
    events.Countersigned: lambda tell, event: tell.line("chr.countersigned", **tell.of(event.seq)),
}
