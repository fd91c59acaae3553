"""Step 1: raising, reading and taking back a signal, and adding to it."""

from datetime import date

from meldcode import commands, events
from meldcode.access import Relation, relations
from meldcode.case import Case
from meldcode.events import Entry
from meldcode.parts_record import Mark
from meldcode.refusal import Refusal
from meldcode.rules.asking import Asking, Rules, Ruling, first


def raise_signal(case: Case, command: commands.RaiseSignal, asking: Asking) -> Ruling:
    """A signal starts a case of its own; a second one would change who raised it."""
    if case.signal:
        return Refusal("err.old")
    wrong = first(asking.text(command.text, "text"), asking.short(command.child, "child"))
    return wrong or (
        events.SignalRaised(command.text.strip(), command.urgency, command.child, command.parents),
    )


def read(case: Case, _command: commands.ReadSignal, asking: Asking) -> Ruling:
    """Only the first look of the care team is an event; a later look changes nothing."""
    if case.read_at or case.ended or Relation.CARE not in relations(asking.by, case):
        return ()
    return (events.SignalRead(),)


def withdraw(case: Case, _command: commands.WithdrawSignal, _asking: Asking) -> Ruling:
    """Once somebody else did something with it, the record stays (protocol, step 6)."""
    seen = any(entry.by != case.raised_by for entry in case.entries)
    return Refusal("err.withdraw") if seen else (events.SignalWithdrawn(),)


def add(_case: Case, command: commands.AddObservation, asking: Asking) -> Ruling:
    wrong = first(asking.text(command.text, "text"), _happened(command.on, asking))
    return wrong or (
        events.ObservationAdded(command.text.strip(), command.source, command.origin, command.on),
    )


def mark(case: Case, command: commands.MarkObservation, asking: Asking) -> Ruling:
    """What was seen, heard and thought is kept apart, also afterwards (domain.md anchor 3)."""
    if command.seq not in {entry.seq for entry in observations(case)}:
        return Refusal("err.not_markable", "entry")
    wrong = _happened(command.on, asking)
    if wrong:
        return wrong
    if case.record.mark(command.seq) == Mark(command.seq, command.origin, command.on):
        return ()
    return (events.ObservationMarked(command.seq, command.origin, command.on),)


def observations(case: Case) -> tuple[Entry, ...]:
    """What the teacher told, oldest first."""
    told = (events.SignalRaised, events.ObservationAdded)
    return tuple(entry for entry in case.entries if isinstance(entry.event, told))


def name_child(case: Case, command: commands.NameChild, asking: Asking) -> Ruling:
    child = command.child.strip()
    wrong = asking.text(child, "child", "err.child")
    if wrong:
        return wrong
    same = case.signal is not None and case.signal.child == child
    return () if same else (events.ChildNamed(child),)


def tell_in_person(case: Case, command: commands.TellInPerson, _asking: Asking) -> Ruling:
    """Asked beside the confirmation; whoever changed her mind says it again."""
    same = case.record.in_person == command.told
    return () if same else (events.ToldInPerson(command.told),)


def _happened(day: date | None, asking: Asking) -> Refusal | None:
    return asking.past(day, "on") if day else None


RULES: Rules = {
    commands.RaiseSignal: raise_signal,
    commands.ReadSignal: read,
    commands.WithdrawSignal: withdraw,
    commands.AddObservation: add,
    commands.MarkObservation: mark,
    commands.NameChild: name_child,
    commands.TellInPerson: tell_in_person,
}
