"""Step 5: arranging help; step 6: looking whether it works."""

from meldcode import commands, events
from meldcode.case import Case
from meldcode.choices import Answer
from meldcode.choices_melding import Effect
from meldcode.owing import melding_owed
from meldcode.parts_helping import Help
from meldcode.refusal import Refusal
from meldcode.rules.asking import Asking, Rules, Ruling, first
from meldcode.rules.following import follow
from meldcode.weighing import ACCEPTED, EFFECTIVE, next_question


def arrange(case: Case, command: commands.ArrangeHelp, asking: Asking) -> Ruling:
    """Asked again, as when a message is delivered twice, it is the same help."""
    if any(one.id == command.help for one in case.helps):
        return ()
    wrong = first(
        _not_instead(case),
        asking.text(command.what, "what", "err.help_what"),
        asking.future(command.until, "until"),
        asking.text(command.goals, "goals", "err.goals"),
        _managed(command, asking),
        asking.short(command.advice, "advice"),
    )
    return wrong or (
        events.HelpArranged(
            help=command.help,
            by=command.by,
            what=command.what.strip(),
            until=command.until,
            goals=command.goals.strip(),
            manager=command.manager,
            manager_other=command.manager_other,
            advice=command.advice,
        ),
        *follow(case, asking),
    )


def _not_instead(case: Case) -> Refusal | None:
    """Help stands beside a melding and never in its place (domain.md anchor 1)."""
    waiting = case.decision is None and case.melding.plan is None and melding_owed(case)
    return Refusal("err.melding_first") if waiting else None


def _managed(command: commands.ArrangeHelp, asking: Asking) -> Refusal | None:
    if command.manager or (command.manager_other or "").strip():
        return asking.short(command.manager_other, "manager_other")
    return Refusal("err.manager", "manager")


def evaluate(case: Case, command: commands.EvaluateHelp, asking: Asking) -> Ruling:
    found = next((one for one in case.helps if one.id == command.help and one.running), None)
    if found is None:
        return Refusal("err.old")
    wrong = first(
        asking.text(command.text, "text", "err.effect"), _new_term(found, command, asking)
    )
    until = command.until if command.effect is Effect.PARTLY else None
    return wrong or (
        events.HelpEvaluated(found.id, command.effect, command.text.strip(), until),
        *_fifth_answer(case, command),
    )


def _new_term(found: Help, command: commands.EvaluateHelp, asking: Asking) -> Refusal | None:
    """After its term help that works only in part gets a new one, or has not worked."""
    if command.effect is not Effect.PARTLY:
        return None
    if command.until:
        return asking.future(command.until, "until")
    return Refusal("err.new_term", "until") if found.until <= asking.today else None


def _fifth_answer(case: Case, command: commands.EvaluateHelp) -> tuple[events.Event, ...]:
    """Help that does not work answers question 5 with no, whatever was expected of it before.

    So the decision on it falls, and only a melding is left (domain.md 1.2). If the questions have
    not come to the fifth, nothing is answered: they go on in their order.
    """
    come = len(case.questions) > ACCEPTED or next_question(case.questions) == EFFECTIVE
    if command.effect is not Effect.NO or not come:
        return ()
    return (events.QuestionAnswered(EFFECTIVE, Answer.NO, command.text.strip()),)


RULES: Rules = {
    commands.ArrangeHelp: arrange,
    commands.EvaluateHelp: evaluate,
}
