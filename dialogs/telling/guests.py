"""Who reads along for a while, as a story."""

from dialogs.say import say
from dialogs.screen import Line, Quote
from dialogs.telling.teller import Parts, Tell, Telling, also
from meldcode import events


def _invited(tell: Telling, event: events.GuestInvited) -> Parts:
    """What was shared, why, and whether the parents know of it."""
    to = tell.name(event.person)
    name = (Quote(event.name, say("chr.consult.name")),) if event.name else ()
    many = (Line(say("chr.invited.entries", n=len(event.entries))),) if event.entries else ()
    return (
        *tell.quote(event.words, "chr.invited", to=to, until=event.until),
        *many,
        *name,
        *also("chr.invited.reason", event.reason),
        Line(say("chr.invited.parents", know=event.parents_know)),
        *also("chr.because", event.because),
    )


def _ended(tell: Telling, event: events.InvitationEnded) -> Parts:
    return tell.quote(event.reason, "chr.uninvited", to=tell.name(event.person))


TELL: Tell = {
    events.GuestInvited: _invited,
    events.InvitationEnded: _ended,
    events.GuestWrote: lambda tell, event: tell.quote(event.text, "chr.guest"),
}
