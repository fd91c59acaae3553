"""Step 1: raising, reading and taking back a signal, and adding to it."""

from meldcode import commands, events
from meldcode.access import Relation, relations
from meldcode.case import Case
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
    wrong = asking.text(command.text, "text")
    return wrong or (events.ObservationAdded(command.text.strip(), command.source),)


RULES: Rules = {
    commands.RaiseSignal: raise_signal,
    commands.ReadSignal: read,
    commands.WithdrawSignal: withdraw,
    commands.AddObservation: add,
}
