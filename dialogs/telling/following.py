"""Step 6 as a story."""

from dialogs.telling.teller import Parts, Tell, Telling
from meldcode import events


def _following(tell: Telling, event: events.FollowingAgreed) -> Parts:
    return tell.line("chr.following", n=event.rhythm, on=event.first)


TELL: Tell = {
    events.FollowingAgreed: _following,
    events.FollowingNoted: lambda t, event: t.quote(event.text, "chr.noted", trend=event.trend),
    events.CheckSnoozed: lambda t, event: t.quote(event.reason, "chr.snoozed", on=event.until),
    events.OkaContacted: lambda t, event: t.quote(event.report, "chr.oka", on=event.on),
    events.AftercareDone: lambda t, event: t.quote(event.words, "chr.aftercare", whom=event.whom),
}
