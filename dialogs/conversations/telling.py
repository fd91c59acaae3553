"""How each event of a case is told: a line with who and when, and what was written below it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from dialogs.desk import Desk
from dialogs.parts import local
from dialogs.say import Say, say
from dialogs.screen import Line, Part, Quote
from meldcode import events
from meldcode.choices import Present
from meldcode.events import Entry

Parts = tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Telling:
    """One entry, told at a school: knows who did it and when."""

    desk: Desk
    entry: Entry

    def above(self, key: str, **args: object) -> Say:
        at = local(self.desk.room, self.entry.at)
        return say(key, who=self.name(self.entry.by), at=at, **args)

    def name(self, person: str) -> str:
        return self.desk.room.name_of(person)

    def present(self, people: tuple[Present, ...]) -> Line:
        """Who took part, by name and in which roles (domain.md R3)."""
        names = ", ".join(self.name(one.person) for one in people if self.name(one.person))
        roles = " ".join(dict.fromkeys(one.role for one in people))
        return Line(say("chr.present", names=names, roles=roles))

    def line(self, key: str, **args: object) -> Parts:
        return (Line(self.above(key, **args)),)

    def quote(self, text: str | None, key: str, **args: object) -> Parts:
        """The line, with what was written if something was."""
        above = self.above(key, **args)
        return (Quote(text, above),) if text else (Line(above),)


def told(desk: Desk, entry: Entry) -> Parts:
    """Nothing for the signal itself, which stands on top of the case."""
    tell = TELL.get(type(entry.event))
    return tell(Telling(desk, entry), entry.event) if tell else ()


def _also(key: str, text: str | None) -> Parts:
    return (Quote(text, say(key)),) if text else ()


def _answered(tell: Telling, event: events.Answered) -> Parts:
    return tell.quote(event.text, "chr.asked" if event.asks else "chr.answered")


def _scheduled(tell: Telling, event: events.ZboScheduled) -> Parts:
    key = "chr.scheduled.with" if event.parents_invited else "chr.scheduled.without"
    asked = tell.quote(event.question, key, on=event.meeting_on)
    return (*asked, *_also("chr.parents_reason", event.parents_reason))


def _talked(tell: Telling, event: events.TalkHeld) -> Parts:
    return tell.quote(event.report, "chr.talk", on=event.on, people=event.with_whom)


def _advised(tell: Telling, event: events.AdviceReceived) -> Parts:
    return (
        *tell.line("chr.advice", on=event.on),
        *_also("chr.adviser", event.adviser),
        *_also("chr.advised", event.advice),
        *_also("chr.follow_up", event.follow_up),
    )


def _weighed(tell: Telling, event: events.Weighed) -> Parts:
    return (
        *tell.line("chr.weighed", danger=event.danger, hinders=event.hinders),
        tell.present(event.present),
        *_also("chr.risks", event.risks),
        *_also("chr.reason", event.reason),
    )


def _question(tell: Telling, event: events.QuestionAnswered) -> Parts:
    return tell.quote(event.reason, "chr.question", n=event.number, answer=event.answer)


def _decided(tell: Telling, event: events.Decided) -> Parts:
    return (
        *tell.line("chr.decided", decision=event.decision),
        tell.present(event.present),
        *_does(tell, "chr.reporter", event.reporter),
        *_does(tell, "chr.informs", event.informs_parents),
        *_also("chr.not_informing", event.not_informing),
        *_also("chr.reason", event.reason),
    )


def _does(tell: Telling, key: str, person: str | None) -> Parts:
    return (Line(say(key, who=tell.name(person))),) if person else ()


def _agreed(tell: Telling, event: events.AgreementMade) -> Parts:
    return tell.quote(event.what, "chr.agreed", owner=tell.name(event.owner), due=event.due)


def _kept(tell: Telling, event: events.AgreementKept) -> Parts:
    made = (one.what for one in tell.desk.case.agreements if one.id == event.agreement)
    return tell.quote(next(made, None), "chr.kept")


def _following(tell: Telling, event: events.FollowingAgreed) -> Parts:
    return tell.line("chr.following", n=event.rhythm, on=event.first)


TELL: dict[type, Callable[[Telling, Any], Parts]] = {
    events.SignalRead: lambda tell, _: tell.line("chr.read"),
    events.SignalWithdrawn: lambda tell, _: tell.line("chr.withdrawn"),
    events.CaseTaken: lambda tell, _: tell.line("chr.taken"),
    events.Answered: _answered,
    events.ObservationAdded: lambda tell, event: tell.quote(event.text, "chr.added"),
    events.ZboScheduled: _scheduled,
    events.ZboDiscussed: lambda tell, event: tell.quote(event.outcome, "chr.discussed"),
    events.TalkHeld: _talked,
    events.AdviceReceived: _advised,
    events.Weighed: _weighed,
    events.QuestionAnswered: _question,
    events.Decided: _decided,
    events.AgreementMade: _agreed,
    events.AgreementKept: _kept,
    events.FollowingAgreed: _following,
    events.FollowingNoted: lambda t, event: t.quote(event.text, "chr.noted", trend=event.trend),
    events.CheckSnoozed: lambda t, event: t.quote(event.reason, "chr.snoozed", on=event.until),
    events.CaseClosed: lambda t, event: t.quote(event.reason, "chr.closed", grounds=event.grounds),
    events.CaseReopened: lambda tell, event: tell.quote(event.reason, "chr.reopened"),
}
"""Event type -> how it is told."""
