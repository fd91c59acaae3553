"""Step 3 as a story."""

from dialogs.say import say
from dialogs.screen import Line
from dialogs.telling.teller import Parts, Tell, Telling, also, does
from meldcode import events
from meldcode.access import Relation

CARE = Relation.CARE


def _planned(tell: Telling, event: events.TalkPlanned) -> Parts:
    return (
        *tell.line("chr.talk.planned", people=event.with_whom, on=event.on),
        *does(tell, "plan.who", event.leads),
        *does(tell, "chr.talk.colleague", event.colleague),
        *does(tell, "plan.near.is", event.near),
        *does(tell, "chr.talk.prepared", event.prepared_with),
        *also("plan.sees_child", event.sees_child),
    )


def _talked(tell: Telling, event: events.TalkHeld) -> Parts:
    return (
        *tell.quote(event.report, "chr.talk", on=event.on, people=event.with_whom),
        *_parent(tell, event),
        *does(tell, "chr.talk.colleague", event.colleague),
        *also("talk.named", event.named),
        *also("talk.tried", event.tried),
        *also("talk.child_words", event.child_words),
        *_answers(event),
    )


def _parent(tell: Telling, event: events.TalkHeld) -> Parts:
    """Which of the parents, as the card calls that one now; for the care team, whose card it is."""
    named = [one.who for one in tell.desk.case.parents if one.parent == event.parent]
    return also("chr.talk.parent", named[0]) if named and tell.desk.relation is CARE else ()


def _answers(event: events.TalkHeld) -> Parts:
    """The facts that were chosen, a line each; what was left open is not mentioned."""
    chosen = {
        "chr.talk.recognised": event.recognised,
        "chr.talk.help": event.help,
        "chr.talk.manner": event.manner,
    }
    told = tuple(Line(say(key, answer=value)) for key, value in chosen.items() if value)
    return (*told, Line(say("chr.talk.someone_else"))) if event.someone_else else told


def _not_held(tell: Telling, event: events.TalkNotHeld) -> Parts:
    people = event.with_whom
    return tell.quote(event.words, "chr.talk.not_held", reason=event.reason, people=people)


TELL: Tell = {
    events.TalkPlanned: _planned,
    events.TalkHeld: _talked,
    events.TalkNotHeld: _not_held,
    events.CameOut: lambda tell, _event: tell.line("chr.talk.out"),
}
