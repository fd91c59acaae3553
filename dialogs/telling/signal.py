"""Step 1 as a story."""

from dialogs.parts import quiet
from dialogs.telling.teller import Parts, Tell, Telling
from meldcode import events
from meldcode.case import Case


def how(case: Case, seq: int) -> Parts:
    """How an observation came to be known and when it happened, as far as that was said."""
    mark = case.record.mark(seq)
    origin, on = (mark.origin, mark.on) if mark else (None, None)
    return (
        *((quiet(f"chr.origin.{origin}"),) if origin else ()),
        *((quiet("chr.happened", on=on),) if on else ()),
    )


def _observed(tell: Telling, text: str, key: str) -> Parts:
    return (*tell.quote(text, key), *how(tell.desk.case, tell.entry.seq))


def _marked(tell: Telling, event: events.ObservationMarked) -> Parts:
    return (*tell.line("chr.marked", **tell.of(event.seq)), quiet(f"chr.origin.{event.origin}"))


def _in_person(tell: Telling, event: events.ToldInPerson) -> Parts:
    return tell.line("chr.in_person.yes" if event.told else "chr.in_person.no")


TELL: Tell = {
    events.SignalRead: lambda tell, _: tell.line("chr.read"),
    events.SignalWithdrawn: lambda tell, _: tell.line("chr.withdrawn"),
    events.ObservationAdded: lambda tell, event: _observed(tell, event.text, "chr.added"),
    events.ObservationMarked: _marked,
    events.ChildNamed: lambda tell, event: tell.quote(event.child, "chr.named"),
    events.ToldInPerson: _in_person,
}

SIGNAL: Tell = {
    events.SignalRaised: lambda tell, event: _observed(tell, event.text, "chr.raised"),
}
"""The signal itself, which on the case's first screen stands on top and not in the story."""
