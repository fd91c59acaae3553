"""Help as a story."""

from dialogs.parts import line
from dialogs.telling.teller import Parts, Tell, Telling, also, does
from meldcode import events


def _arranged(tell: Telling, event: events.HelpArranged) -> Parts:
    return (
        *tell.quote(event.what, "chr.helped", by=event.by, until=event.until),
        *also("chr.goals", event.goals),
        *does(tell, "chr.manager", event.manager),
        *also("chr.manager_other", event.manager_other),
        *also("chr.help_advice", event.advice),
    )


def _evaluated(tell: Telling, event: events.HelpEvaluated) -> Parts:
    goes_on = (line("chr.help_until", on=event.until),) if event.until else ()
    return (*tell.quote(event.text, "chr.evaluated", effect=event.effect), *goes_on)


TELL: Tell = {
    events.HelpArranged: _arranged,
    events.HelpEvaluated: _evaluated,
}
