"""The end as a story."""

from dialogs.telling.teller import Tell
from meldcode import events

TELL: Tell = {
    events.CaseClosed: lambda t, event: t.quote(event.reason, "chr.closed", grounds=event.grounds),
    events.CaseReopened: lambda tell, event: tell.quote(event.reason, "chr.reopened"),
}
