"""Closing and reopening a case."""

from meldcode import commands, events
from meldcode.case import Case
from meldcode.owing import melding_owed
from meldcode.parts import Status
from meldcode.refusal import Refusal
from meldcode.rules.asking import Asking, Rules, Ruling, first
from meldcode.weighing import ONLY_REPORT, allowed


def close(case: Case, command: commands.CloseCase, asking: Asking) -> Ruling:
    wrong = first(waits(case), asking.text(command.reason, "reason", "err.why_close"))
    return wrong or (events.CaseClosed(command.grounds, command.reason.strip()),)


def waits(case: Case) -> Refusal | None:
    """What must be done before the case can be closed."""
    if any(not made.kept for made in case.agreements):
        return Refusal("err.agreements_open")
    if any(not item.handled for item in case.items):
        return Refusal("err.items_open")
    return first(_undecided(case), _unanswered(case))


def _undecided(case: Case) -> Refusal | None:
    """Otherwise closing would be a way round the lock of the decision (domain.md R2)."""
    if case.decision is not None:
        return Refusal("err.report_first") if melding_owed(case) else None
    if allowed(case.questions) == ONLY_REPORT:
        return Refusal("err.must_report")
    return Refusal("err.decide_again") if case.reweighed else None


def _unanswered(case: Case) -> Refusal | None:
    """What was asked of others has come to its end (domain.md anchor 7)."""
    if any(one.running for one in case.helps):
        return Refusal("err.help_open")
    return Refusal("err.feedback_open") if case.melding.feedback_by else None


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
