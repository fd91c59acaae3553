"""Step 5: a melding at Veilig Thuis: who does it, what parents and child hear, anonymity."""

from meldcode import commands, events
from meldcode.case import Case
from meldcode.choices_melding import ChildHeard, Informing
from meldcode.refusal import Refusal
from meldcode.rules.asking import Asking, Rules, Ruling, first
from meldcode.rules.following import follow
from meldcode.shielding import hidden, tellers, would_know

WHO_KNOWS = "err.anonymous_informs"


def plan(case: Case, command: commands.PlanMelding, asking: Asking) -> Ruling:
    wrong = first(
        _reporter(case, command, asking),
        asking.text(command.trust, "trust", "err.trust"),
        _parents(case, command, asking),
        _child(command, asking),
    )
    return wrong or (
        events.MeldingPlanned(
            reporter=command.reporter,
            reporter_other=None if command.reporter else command.reporter_other,
            trust=command.trust.strip(),
            parents=command.parents,
            parents_by=command.parents_by,
            parents_reason=command.parents_reason,
            child=command.child,
            child_reason=command.child_reason,
        ),
    )


def _reporter(case: Case, command: commands.PlanMelding, asking: Asking) -> Refusal | None:
    """Protocol: who reports is weighed "in elke specifieke situatie nadrukkelijk"."""
    if not command.reporter and not (command.reporter_other or "").strip():
        return Refusal("err.who_reports", "reporter")
    if any(would_know(case, who, command.reporter) for who in tellers(case)):
        return Refusal(WHO_KNOWS, "reporter")
    return asking.short(command.reporter_other, "reporter_other")


def _parents(case: Case, command: commands.PlanMelding, asking: Asking) -> Refusal | None:
    """Preferably discussed beforehand; whatever is less is argued (domain.md anchor 3)."""
    told, reason = command.parents is not Informing.NOT, command.parents_reason
    if told and not command.parents_by:
        return Refusal("err.who_informs", "parents_by")
    if would_know(case, command.parents_by, command.reporter or command.reporter_other):
        return Refusal(WHO_KNOWS, "parents_by")
    if command.parents is Informing.BEFOREHAND:
        return asking.short(reason, "parents_reason")
    return asking.text(reason, "parents_reason", "err.why_parents")


def _child(command: commands.PlanMelding, asking: Asking) -> Refusal | None:
    if command.child is ChildHeard.NOT:
        return asking.text(command.child_reason, "child_reason", "err.why_child")
    return asking.short(command.child_reason, "child_reason")


def claim(case: Case, command: commands.ClaimAnonymity, asking: Asking) -> Ruling:
    """The parents then hear nothing from who stays anonymous to them (domain.md anchor 6)."""
    if not command.argued:
        return Refusal("err.ground", "children")
    if not _handed_over(case, command):
        return Refusal(WHO_KNOWS, "parents_by")
    wrong = first(*(asking.text(one.argument, one.ground, "err.ground") for one in command.argued))
    return wrong or (events.AnonymityClaimed(command.unknown, command.argued, command.parents_by),)


def _handed_over(case: Case, command: commands.ClaimAnonymity) -> bool:
    """Whether all who were to tell the parents stay known to them, or somebody else does it."""
    unknown = hidden(case, command.unknown, case.melding.reporter)
    if command.parents_by:
        return command.parents_by not in unknown
    return unknown.isdisjoint({*tellers(case), case.melding.informs})


def lift(case: Case, command: commands.LiftAnonymity, asking: Asking) -> Ruling:
    if case.melding.anonymity is None:
        return Refusal("err.not_anonymous")
    wrong = asking.text(command.reason, "reason", "err.why")
    return wrong or (events.AnonymityLifted(command.reason.strip()),)


def tell(case: Case, command: commands.TellParents, asking: Asking) -> Ruling:
    if case.melding.plan is None:
        return Refusal("err.plan_first")
    if would_know(case, command.by):
        return Refusal(WHO_KNOWS, "by")
    wrong = first(
        asking.past(command.on, "on"),
        asking.text(command.by, "by", "err.who_informs"),
        asking.text(command.reaction, "reaction", "err.talk"),
    )
    return wrong or (events.ParentsTold(command.on, command.by, command.reaction.strip()),)


def report(case: Case, command: commands.RecordMelding, asking: Asking) -> Ruling:
    """Recorded with who did it; what is missing for a complaint is shown and blocks nothing."""
    if case.melding.plan is None:
        return Refusal("err.plan_first")
    wrong = first(
        asking.past(command.on, "on"),
        asking.text(command.contact, "contact", "err.adviser"),
        asking.short(command.reference, "reference"),
    )
    due = asking.calendar.add_working(command.on, asking.policy.feedback_term)
    return wrong or (
        events.MeldingDone(command.on, command.contact.strip(), command.reference, due),
        *follow(case, asking),
    )


RULES: Rules = {
    commands.PlanMelding: plan,
    commands.ClaimAnonymity: claim,
    commands.LiftAnonymity: lift,
    commands.TellParents: tell,
    commands.RecordMelding: report,
}
