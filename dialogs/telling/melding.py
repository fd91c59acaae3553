"""A melding as a story. In a copy for others who is shielded is nowhere in it (domain.md R6)."""

from datetime import date

from dialogs.parts import line
from dialogs.say import say
from dialogs.screen import Quote
from dialogs.telling.teller import Parts, Tell, Telling, also, does
from meldcode import events


def _planned(tell: Telling, event: events.MeldingPlanned) -> Parts:
    return (
        *tell.line("chr.planned"),
        *does(tell, "chr.reporter", event.reporter),
        *_other(tell, event.reporter_other),
        *(() if tell.shield else also("chr.trust", event.trust)),
        line(f"informing.{event.parents}"),
        *does(tell, "chr.informs", event.parents_by),
        *also("chr.parents_why", event.parents_reason),
        line(f"heard.{event.child}"),
        *also("chr.child_why", event.child_reason),
    )


def _other(tell: Telling, reporter: str | None) -> Parts:
    """A reporter who is not in the app."""
    if reporter in tell.shield:
        return (line("chr.reporter", who=""),)
    return also("chr.reporter_other", reporter)


def _claimed(tell: Telling, event: events.AnonymityClaimed) -> Parts:
    """In a copy for the family even that somebody stays anonymous, and why, is left out."""
    if tell.shield:
        return ()
    grounds = (Quote(one.argument, say(f"anonymous.{one.ground}")) for one in event.argued)
    told = does(tell, "chr.informs", event.parents_by)
    return (*tell.line("chr.anonymous", unknown=event.unknown), *grounds, *told)


def _told(tell: Telling, event: events.ParentsTold) -> Parts:
    above = tell.quote(event.reaction, "chr.parents_told", on=event.on)
    return (*above, *does(tell, "chr.told_by", event.by))


def _done(tell: Telling, event: events.MeldingDone) -> Parts:
    return (
        *tell.line("chr.reported", on=event.on),
        *also("chr.adviser", event.contact),
        *also("chr.reference", event.reference),
        *_more(event.feedback_by),
    )


def _received(tell: Telling, event: events.FeedbackReceived) -> Parts:
    return (*tell.quote(event.text, "chr.feedback", on=event.on), *_more(event.next_by))


def _chased(tell: Telling, event: events.FeedbackChased) -> Parts:
    return (*tell.quote(event.text, "chr.chased", on=event.on), *_more(event.next_by))


def _more(by: date | None) -> Parts:
    return (line("feedback.due", on=by),) if by else ()


TELL: Tell = {
    events.MeldingPlanned: _planned,
    events.AnonymityClaimed: _claimed,
    events.AnonymityLifted: lambda tell, event: tell.quote(event.reason, "chr.known"),
    events.ParentsTold: _told,
    events.MeldingDone: _done,
    events.FeedbackReceived: _received,
    events.FeedbackChased: _chased,
}
