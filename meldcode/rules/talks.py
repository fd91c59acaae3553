"""Step 3: talks with the child and the parents: planned, held or not, and over."""

from dataclasses import asdict, replace

from meldcode import commands, events
from meldcode.access import Relation, relations
from meldcode.case import Case
from meldcode.choices import TalkWith
from meldcode.choices_parents import ANOTHER
from meldcode.choices_talks import NotHeld
from meldcode.parts_talks import Talk
from meldcode.refusal import Refusal
from meldcode.rules.asking import Asking, Rules, Ruling, first


def plan(case: Case, command: commands.PlanTalk, asking: Asking) -> Ruling:
    """Asked again, as when a message is delivered twice, it is the same talk."""
    if _found(case, command.talk):
        return ()
    wrong = first(
        asking.future(command.on, "on"),
        _in_time(command, asking),
        _apart(command),
        asking.short(command.sees_child, "sees_child"),
    )
    return wrong or (events.TalkPlanned(**asdict(command)),)


def _in_time(command: commands.PlanTalk, asking: Asking) -> Refusal | None:
    if command.at is None or asking.calendar.at(command.on, command.at) >= asking.now:
        return None
    return Refusal("err.past_time", "at")


def _apart(command: commands.PlanTalk) -> Refusal | None:
    """Protocol, "Communiceren met ouders": a colleague who stays near is outside the talk."""
    if not command.leads:
        return Refusal("err.leads", "leads")
    if command.colleague == command.leads:
        return Refusal("err.same_colleague", "colleague")
    inside = (command.leads, command.colleague)
    return Refusal("err.near", "near") if command.near in inside and command.near else None


def hold(case: Case, command: commands.RecordTalk, asking: Asking) -> Ruling:
    wrong = first(
        asking.past(command.on, "on"),
        _which(case, command),
        asking.text(command.report, "report"),
        asking.short(command.named, "named"),
        asking.short(command.tried, "tried"),
        asking.short(command.child_words, "child_words"),
    )
    if wrong:
        return wrong
    told = replace(
        command,
        report=command.report.strip(),
        talk=_open(case, command.talk),
        parent=_known(case, command),
    )
    return (events.TalkHeld(**asdict(told)),)


def _which(case: Case, command: commands.RecordTalk) -> Refusal | None:
    """With one of the parents: which, as far as the card knows them (domain.md row 109)."""
    if command.with_whom is not TalkWith.ONE_PARENT or not case.parents:
        return None
    if command.parent == ANOTHER or _known(case, command):
        return None
    return Refusal("err.which_parent", "parent")


def _known(case: Case, command: commands.RecordTalk) -> str | None:
    if command.with_whom is not TalkWith.ONE_PARENT:
        return None
    return next((one.parent for one in case.parents if one.parent == command.parent), None)


def not_held(case: Case, command: commands.RecordNoTalk, asking: Asking) -> Ruling:
    explained = command.reason is not NotHeld.OTHER
    check = asking.short(command.words, "words")
    wrong = check if explained else asking.text(command.words, "words", "err.why")
    if wrong:
        return wrong
    told = replace(command, talk=_open(case, command.talk))
    return (events.TalkNotHeld(**asdict(told)),)


def come_out(case: Case, command: commands.ComeOut, asking: Asking) -> Ruling:
    """Whoever takes part in the talk may tell, and the care team."""
    talk = _found(case, command.talk)
    if talk is None or not _concerns(talk, case, asking):
        return Refusal("err.old")
    if not talk.ahead:
        return ()
    early = talk.on > asking.today
    return Refusal("err.talk_ahead") if early else (events.CameOut(talk.id),)


def _concerns(talk: Talk, case: Case, asking: Asking) -> bool:
    return asking.by.id in talk.around or Relation.CARE in relations(asking.by, case)


def _found(case: Case, name: str | None) -> Talk | None:
    return next((talk for talk in case.talks if talk.id == name), None)


def _open(case: Case, name: str | None) -> str | None:
    """The planned talk that is now put on record; None if it was not planned."""
    talk = _found(case, name)
    return talk.id if talk and not talk.settled else None


RULES: Rules = {
    commands.PlanTalk: plan,
    commands.RecordTalk: hold,
    commands.RecordNoTalk: not_held,
    commands.ComeOut: come_out,
}
