"""Under which agreements a case was handled, as a story."""

from dialogs.telling.teller import Parts, Tell, Telling
from meldcode import events


def _applied(tell: Telling, event: events.PolicyApplied) -> Parts:
    return tell.line("chr.policy", version=event.version)


TELL: Tell = {events.PolicyApplied: _applied}
