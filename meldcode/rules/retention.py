"""Keeping a case and deciding to erase it: a person decides, the rules only hold back."""

from meldcode import commands, events
from meldcode.case import Case
from meldcode.refusal import Refusal
from meldcode.retention import erasable
from meldcode.rules.asking import Asking, Rules, Ruling, first


def left(_case: Case, command: commands.NoteLeft, asking: Asking) -> Ruling:
    if command.still:
        return (events.SchoolLeft(None),)
    if command.on is None:
        return Refusal("err.left", "on")
    return asking.past(command.on, "on") or (events.SchoolLeft(command.on),)


def hold(case: Case, command: commands.PlaceHold, asking: Asking) -> Ruling:
    if any(one.id == command.hold for one in case.keeping.holds):
        return ()
    wrong = asking.text(command.words, "words", "err.why")
    return wrong or (events.HoldPlaced(command.hold, command.reason, command.words.strip()),)


def lift(case: Case, command: commands.LiftHold, asking: Asking) -> Ruling:
    if command.hold not in {one.id for one in case.keeping.holds}:
        return Refusal("err.no_hold")
    wrong = asking.text(command.reason, "reason", "err.why")
    return wrong or (events.HoldLifted(command.hold, command.reason.strip()),)


def erase(case: Case, command: commands.DecideErasure, asking: Asking) -> Ruling:
    wrong = first(
        erasable(case, command.ground, asking.today, asking.policy),
        asking.text(command.decider, "decider", "err.decider"),
        asking.text(command.reason, "reason", "err.why"),
    )
    if wrong:
        return wrong
    reason = command.reason.strip()
    return (events.ErasureDecided(command.ground, command.decider, reason),)


def call_off(case: Case, command: commands.CallOffErasure, asking: Asking) -> Ruling:
    if case.keeping.order is None:
        return Refusal("err.no_erasure")
    wrong = asking.text(command.reason, "reason", "err.why")
    return wrong or (events.ErasureCalledOff(command.reason.strip()),)


RULES: Rules = {
    commands.NoteLeft: left,
    commands.PlaceHold: hold,
    commands.LiftHold: lift,
    commands.DecideErasure: erase,
    commands.CallOffErasure: call_off,
}
