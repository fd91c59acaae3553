"""Steps 4 and 5 as a story."""

from dialogs.telling.teller import Parts, Tell, Telling, also, does, partners
from meldcode import events


def _weighed(tell: Telling, event: events.Weighed) -> Parts:
    return (
        *_above(tell, event),
        *also("chr.again", event.again),
        tell.present(event.present),
        *partners(tell.shown(event)),
        *also("chr.risks.short" if event.risks_long else "chr.risks", event.risks),
        *also("chr.risks.long", event.risks_long),
        *also("chr.reason", event.reason),
    )


def _above(tell: Telling, event: events.Weighed) -> Parts:
    answers = {"danger": event.danger, "hinders": event.hinders}
    if event.on:
        return tell.line("chr.weighed.again", on=event.on, **answers)
    return tell.line("chr.weighed", **answers)


def _question(tell: Telling, event: events.QuestionAnswered) -> Parts:
    return tell.quote(event.reason, "chr.question", n=event.number, answer=event.answer)


def _decided(tell: Telling, event: events.Decided) -> Parts:
    return (
        *tell.line("chr.decided", decision=event.decision),
        tell.present(event.present),
        *partners(tell.shown(event)),
        *does(tell, "chr.reporter", event.reporter),
        *does(tell, "chr.informs", event.informs_parents),
        *also("chr.not_informing", event.not_informing),
        *also("chr.reason", event.reason),
    )


TELL: Tell = {
    events.Weighed: _weighed,
    events.QuestionAnswered: _question,
    events.Decided: _decided,
}
