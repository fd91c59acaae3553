"""Observations in class and discussions as a story."""

from dialogs.say import say
from dialogs.screen import Line
from dialogs.telling.teller import Parts, Tell, Telling
from meldcode import events


def _planned(tell: Telling, event: events.ClassObservationPlanned) -> Parts:
    return tell.line("chr.observe", whom=tell.name(event.observer), on=event.on)


def _discussed(tell: Telling, event: events.DiscussionHeld) -> Parts:
    names = ", ".join(name for one in event.present if (name := tell.name(one)))
    told = tell.quote(event.text, "chr.discussion", place=event.place, on=event.on)
    return (*told, Line(say("chr.discussion.present", names=names)))


TELL: Tell = {
    events.ClassObservationPlanned: _planned,
    events.ClassObserved: lambda t, event: t.quote(event.text, "chr.class_observed", on=event.on),
    events.ClassObservationCancelled: lambda t, event: t.quote(event.reason, "chr.not_observed"),
    events.DiscussionHeld: _discussed,
}
