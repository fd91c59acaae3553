"""What was seen on a child's body as a story: a list in words."""

from dialogs.parts import quiet
from dialogs.telling.teller import Parts, Tell, Telling, also
from meldcode import events


def _noted(tell: Telling, event: events.InjuryNoted) -> Parts:
    return (
        *tell.quote(event.what, "chr.injury", on=event.on),
        quiet("chr.injury.at", places=" ".join(event.places)),
        *also("chr.injury.size", event.size),
        *also("chr.injury.colour", event.colour),
        *also("chr.injury.since", event.since),
        *also("chr.injury.child", event.child_words),
    )


TELL: Tell = {events.InjuryNoted: _noted}
