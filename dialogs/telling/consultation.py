"""Step 2 as a story."""

from dialogs.telling.teller import Parts, Tell, Telling, also
from meldcode import events


def _answered(tell: Telling, event: events.Answered) -> Parts:
    return tell.quote(event.text, "chr.asked" if event.asks else "chr.answered")


def _advised(tell: Telling, event: events.AdviceReceived) -> Parts:
    return (
        *tell.line("chr.advice", on=event.on),
        *also("chr.adviser", event.adviser),
        *also("chr.advised", event.advice),
        *also("chr.follow_up", event.follow_up),
    )


TELL: Tell = {
    events.CaseTaken: lambda tell, _: tell.line("chr.taken"),
    events.Answered: _answered,
    events.AdviceReceived: _advised,
}
