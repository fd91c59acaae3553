"""Closing and reopening a case."""

from meldcode import commands, events
from meldcode.case import Case
from meldcode.parts import Status
from meldcode.refusal import Refusal
from meldcode.rules.asking import Asking, Rules, Ruling
from meldcode.weighing import ONLY_REPORT, allowed


def close(case: Case, command: commands.CloseCase, asking: Asking) -> Ruling:
    if any(not made.kept for made in case.agreements):
        return Refusal("err.agreements_open")
    if any(not item.handled for item in case.items):
        return Refusal("err.items_open")
    if case.decision is None and allowed(case.questions) == ONLY_REPORT:
        # Otherwise closing would be a way round the lock of the decision (domain.md R2).
        return Refusal("err.must_report")
    wrong = asking.text(command.reason, "reason", "err.why_close")
    return wrong or (events.CaseClosed(command.grounds, command.reason.strip()),)


def reopen(case: Case, command: commands.ReopenCase, asking: Asking) -> Ruling:
    if case.status is not Status.CLOSED:
        return Refusal("err.not_closed")
    wrong = asking.text(command.reason, "reason", "err.why")
    rhythm = case.rhythm or asking.policy.follow_rhythm
    return wrong or (events.CaseReopened(command.reason.strip(), asking.in_school_days(rhythm)),)


RULES: Rules = {
    commands.CloseCase: close,
    commands.ReopenCase: reopen,
}
