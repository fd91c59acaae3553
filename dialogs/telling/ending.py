"""The end as a story."""

from dialogs.parts import line
from dialogs.telling.teller import Parts, Tell, Telling, also
from meldcode import events


def _closed(tell: Telling, event: events.CaseClosed) -> Parts:
    kinds = " ".join(event.bottlenecks)
    return (
        *tell.quote(event.reason, "chr.closed", grounds=event.grounds),
        *((line("chr.bottlenecks", kinds=kinds),) if kinds else ()),
        *also("chr.bottleneck", event.bottleneck),
    )


TELL: Tell = {
    events.CaseClosed: _closed,
    events.CaseReopened: lambda tell, event: tell.quote(event.reason, "chr.reopened"),
    events.OpinionGiven: lambda t, event: t.quote(event.words, "chr.opinion", helped=event.helped),
}
