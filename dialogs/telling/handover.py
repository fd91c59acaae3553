"""Other hands as a story."""

from dialogs.parts import line
from dialogs.telling.teller import Parts, Tell, Telling, also
from meldcode import events


def _handed_over(tell: Telling, event: events.HandedOver) -> Parts:
    return tell.quote(event.words, "chr.handed_over", to=tell.name(event.holder))


def _named(tell: Telling, event: events.FollowerNamed) -> Parts:
    named = tell.line("chr.follower", to=tell.name(event.teacher), on=event.since)
    if not event.shared:
        return named
    know = "chr.parents_know.yes" if event.parents_know else "chr.parents_know.no"
    return (
        *named,
        *also("chr.shared", event.shared),
        *also("chr.reason", event.share_reason),
        line(know),
        *(also("chr.because", event.because) if event.because else ()),
    )


def _answered(tell: Telling, event: events.FollowerAnswered) -> Parts:
    return tell.quote(event.text, "chr.answered.follower", to=tell.name(event.to))


TELL: Tell = {
    events.HandedOver: _handed_over,
    events.FollowerNamed: _named,
    events.FollowerWrote: lambda tell, event: tell.quote(event.text, "chr.answered"),
    events.FollowerAnswered: _answered,
    events.StaffLeft: lambda tell, event: tell.line(f"chr.left.{event.place}"),
}
