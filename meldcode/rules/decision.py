"""Steps 4 and 5: weighing together, the five questions, and the decision."""

from meldcode import commands, events
from meldcode.case import Case
from meldcode.choices import REPORTING, Answer, Decision
from meldcode.refusal import Refusal
from meldcode.rules.asking import Asking, Rules, Ruling, first, together, written
from meldcode.rules.following import follow
from meldcode.shielding import tellers, would_know
from meldcode.weighing import DOUBTABLE, allowed, next_question, unsafe


def weigh(case: Case, command: commands.Weigh, asking: Asking) -> Ruling:
    wrong = first(
        together(command.present, command.partner_roles),
        written(asking, command.partners, command.partner_roles),
        _anew(case, command, asking),
        asking.text(command.risks, "risks"),
        asking.short(command.risks_long, "risks_long"),
        asking.text(command.reason, "reason", "err.why"),
    )
    return wrong or (
        events.Weighed(
            present=command.present,
            danger=command.danger,
            hinders=command.hinders,
            risks=command.risks.strip(),
            reason=command.reason.strip(),
            on=command.on,
            again=command.again,
            risks_long=command.risks_long,
            partners=command.partners,
            partner_roles=command.partner_roles,
            second=True,
        ),
    )


def _anew(case: Case, command: commands.Weigh, asking: Asking) -> Refusal | None:
    """Answers fall only by a new weighing that is dated and argued (domain.md row 98)."""
    if not case.weighings:
        return None
    return first(
        asking.past(command.on, "on") if command.on else Refusal("err.date", "on"),
        asking.text(command.again, "again", "err.why_again"),
    )


def question(case: Case, command: commands.AnswerQuestion, asking: Asking) -> Ruling:
    if not case.weighings:
        return Refusal("err.weigh_first")
    if command.number != next_question(case.questions):
        return Refusal("err.order")
    if command.answer is Answer.DOUBT and command.number not in DOUBTABLE:
        return Refusal("err.yes_or_no", "answer")
    wrong = asking.text(command.reason, "reason", "err.why")
    return wrong or (
        events.QuestionAnswered(command.number, command.answer, command.reason.strip()),
    )


def decide(case: Case, command: commands.Decide, asking: Asking) -> Ruling:
    wrong = first(
        _permitted(case, command),
        together(command.present, command.partner_roles),
        written(asking, command.partners, command.partner_roles),
        _report(case, command),
        _parents(case, command),
        asking.text(command.reason, "reason", "err.why"),
        asking.short(command.not_informing, "not_informing"),
    )
    return wrong or (
        events.Decided(
            decision=command.decision,
            reason=command.reason.strip(),
            present=command.present,
            reporter=command.reporter,
            informs_parents=command.informs_parents,
            not_informing=command.not_informing,
            partners=command.partners,
            partner_roles=command.partner_roles,
        ),
        *_follow(case, command, asking),
    )


def _permitted(case: Case, command: commands.Decide) -> Refusal | None:
    """The lock: what the answers no longer leave open cannot be chosen (domain.md R2)."""
    open_to = allowed(case.questions)
    if not open_to:
        return Refusal("err.questions_first")
    if command.decision in open_to:
        return None
    key = "err.must_report" if unsafe(case.questions) else "err.not_open"
    return Refusal(key, "decision")


def _report(case: Case, command: commands.Decide) -> Refusal | None:
    """Protocol, step 5: it is discussed whether and if so who reports."""
    if command.decision in REPORTING and not command.reporter:
        return Refusal("err.who_reports", "reporter")
    told = any(would_know(case, who, command.reporter) for who in tellers(case))
    return Refusal("err.anonymous_informs", "reporter") if told else None


def _parents(case: Case, command: commands.Decide) -> Refusal | None:
    """Protocol, step 5: it is agreed who tells the parents; if nobody, it is said why."""
    if would_know(case, command.informs_parents, command.reporter):
        return Refusal("err.anonymous_informs", "informs_parents")
    if command.informs_parents or (command.not_informing or "").strip():
        return None
    return Refusal("err.who_informs", "informs_parents")


def _follow(case: Case, command: commands.Decide, asking: Asking) -> tuple[events.Event, ...]:
    return () if command.decision is Decision.NO_SUSPICION else follow(case, asking)


RULES: Rules = {
    commands.Weigh: weigh,
    commands.AnswerQuestion: question,
    commands.Decide: decide,
}
