"""Step 2 as a story."""

from dialogs.say import say
from dialogs.screen import Line
from dialogs.telling.teller import Parts, Tell, Telling, also
from meldcode import events


def _answered(tell: Telling, event: events.Answered) -> Parts:
    return tell.quote(event.text, "chr.asked" if event.asks else "chr.answered")


def _advised(tell: Telling, event: events.AdviceReceived) -> Parts:
    return (
        *tell.line("chr.advice", on=event.on),
        *((Line(say("chr.nameless")),) if event.anonymous else ()),
        *also("chr.adviser", event.adviser),
        *also("chr.advised", event.advice),
        *also("chr.follow_up", event.follow_up),
    )


def _prepared(tell: Telling, event: events.AdvicePrepared) -> Parts:
    return (
        *tell.quote(event.seen, "chr.sheet"),
        *also("sheet.since", event.since),
        *also("sheet.safe", event.safe),
        *also("sheet.question", event.question),
    )


TELL: Tell = {
    events.CaseTaken: lambda tell, _: tell.line("chr.taken"),
    events.Answered: _answered,
    events.AdvicePrepared: _prepared,
    events.AdviceReceived: _advised,
}
