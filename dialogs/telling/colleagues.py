"""Questions to colleagues as a story."""

from dialogs.say import say
from dialogs.screen import Line, Quote
from dialogs.telling.teller import Parts, Tell, Telling, also
from meldcode import events


def _asked(tell: Telling, event: events.ColleagueAsked) -> Parts:
    whom = tell.name(event.person)
    asked = tell.quote(event.question, "chr.consult", whom=whom, kind=event.asked_as)
    return (*asked, *_shared(event))


def _shared(event: events.ColleagueAsked) -> Parts:
    """That the name was shared, why, and whether the parents know of it."""
    if event.name is None:
        return ()
    return (
        Quote(event.name, say("chr.consult.name")),
        *also("chr.consult.reason", event.reason),
        Line(say("chr.consult.parents", know=event.parents_know)),
        *also("chr.consult.because", event.because),
    )


TELL: Tell = {
    events.ColleagueAsked: _asked,
    events.ColleagueAnswered: lambda tell, event: tell.quote(event.text, "chr.consult.answered"),
    events.ColleagueDeclined: lambda tell, _event: tell.line("chr.consult.declined"),
    events.ConsultWithdrawn: lambda tell, _event: tell.line("chr.consult.withdrawn"),
}
