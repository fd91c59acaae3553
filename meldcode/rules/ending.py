"""Closing and reopening a case, and what the teacher thinks of it afterwards."""

from meldcode import commands, events
from meldcode.case import Case
from meldcode.choices import Grounds
from meldcode.owing import melding_owed
from meldcode.parts import Status
from meldcode.refusal import Refusal
from meldcode.rules.asking import Asking, Rules, Ruling, first
from meldcode.weighing import ONLY_REPORT, allowed


def close(case: Case, command: commands.CloseCase, asking: Asking) -> Ruling:
    wrong = first(
        waits(case),
        _moving(case, command),
        asking.text(command.reason, "reason", "err.why_close"),
        asking.short(command.bottleneck, "bottleneck"),
    )
    return wrong or (
        events.CaseClosed(
            command.grounds,
            command.reason.strip(),
            tuple(dict.fromkeys(command.bottlenecks)),
            command.bottleneck,
            second=True,
        ),
    )


def waits(case: Case) -> Refusal | None:
    """What must be done before the case can be closed."""
    if any(not made.kept for made in case.agreements):
        return Refusal("err.agreements_open")
    if any(not item.handled for item in case.items):
        return Refusal("err.items_open")
    if any(not talk.settled for talk in case.talks):
        # Closing ends the reminders, and with them the watch over who is in the talk.
        return Refusal("err.talks_open")
    return first(_undecided(case), _unanswered(case))


def _moving(case: Case, command: commands.CloseCase) -> Refusal | None:
    """A child that leaves is lost sight of; only a suspicion that proved wrong can be let go."""
    leaves = case.move is not None and not case.move.handled
    holds = leaves and command.grounds is not Grounds.UNFOUNDED
    return Refusal("err.move_open", "grounds") if holds else None


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


def opinion(case: Case, command: commands.GiveOpinion, asking: Asking) -> Ruling:
    """Nobody is asked for it, and it may be given more than once."""
    if case.status is Status.WITHDRAWN:
        return Refusal("err.closed")
    if case.status is not Status.CLOSED:
        return Refusal("err.opinion_early")
    wrong = asking.short(command.words, "words")
    return wrong or (events.OpinionGiven(command.helped, command.words),)


RULES: Rules = {
    commands.CloseCase: close,
    commands.ReopenCase: reopen,
    commands.GiveOpinion: opinion,
}
