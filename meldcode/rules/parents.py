"""The parents: who has parental authority (gezag), and which of them may be told what."""

from dataclasses import asdict

from meldcode import commands, events
from meldcode.case import Case
from meldcode.choices_parents import MayHear
from meldcode.refusal import Refusal
from meldcode.rules.asking import Asking, Rules, Ruling, first

MOST = 6
"""Parents of one child, with those who live along; more is a form filled in by mistake."""


def record(case: Case, command: commands.RecordParent, asking: Asking) -> Ruling:
    """The same once more changes nothing; to say less than everything takes a reason."""
    known = {one.parent: one for one in case.parents}
    told = events.ParentRecorded(**asdict(command))
    if known.get(command.parent) == told:
        return ()
    full = command.parent not in known and len(known) >= MOST
    return first(
        Refusal("err.parents_full", "who") if full else None,
        asking.text(command.who, "who", "err.parent"),
        _why(command, asking),
    ) or (told,)


def _why(command: commands.RecordParent, asking: Asking) -> Refusal | None:
    if command.may_hear is MayHear.EVERYTHING:
        return asking.short(command.reason, "reason")
    return asking.text(command.reason, "reason", "err.why")


RULES: Rules = {commands.RecordParent: record}
