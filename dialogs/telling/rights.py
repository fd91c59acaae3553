"""Keeping, erasing and requests as a story."""

from dialogs.telling.teller import Parts, Tell, Telling, also
from meldcode import events


def _left(tell: Telling, event: events.SchoolLeft) -> Parts:
    return tell.line("chr.left_school", on=event.on) if event.on else tell.line("chr.still_here")


def _erase(tell: Telling, event: events.ErasureDecided) -> Parts:
    who = tell.name(event.decider)
    return tell.quote(event.reason, "chr.erasure", ground=event.ground, decider=who)


def _asked(tell: Telling, event: events.RequestMade) -> Parts:
    asked = tell.quote(
        event.name, "chr.request", kind=event.kind, requester=event.requester, on=event.on
    )
    return (*asked, *also("request.said", event.words))


def _copied(tell: Telling, event: events.CopyPrepared) -> Parts:
    told = tell.quote(event.reason, "chr.copy", n=len(event.left_out))
    return (*told, *also("veil.names", "\n".join(event.names)))


def _decided(tell: Telling, event: events.RequestDecided) -> Parts:
    who = tell.name(event.decider)
    told = tell.quote(event.reason, "chr.verdict", verdict=event.verdict, decider=who)
    ground = tell.line("chr.verdict.ground", ground=event.ground) if event.ground else ()
    return (*told, *ground)


def _answered(tell: Telling, event: events.RequestAnswered) -> Parts:
    seen = tell.name(event.checked_by)
    return tell.quote(event.words, "chr.given", how=event.how, on=event.on, seen=seen)


TELL: Tell = {
    events.SchoolLeft: _left,
    events.HoldPlaced: lambda t, event: t.quote(event.words, "chr.hold", reason=event.reason),
    events.HoldLifted: lambda tell, event: tell.quote(event.reason, "chr.lifted"),
    events.ErasureDecided: _erase,
    events.ErasureCalledOff: lambda tell, event: tell.quote(event.reason, "chr.called_off"),
    events.RequestMade: _asked,
    events.CopyPrepared: _copied,
    events.RequestDecided: _decided,
    events.RequestAnswered: _answered,
}
