"""Step 2: consultation of colleagues and Veilig Thuis."""

from meldcode import commands, events
from meldcode.access import Relation, relations
from meldcode.case import Case
from meldcode.rules.asking import Asking, Rules, Ruling, first


def take(case: Case, _command: commands.TakeCase, asking: Asking) -> Ruling:
    if case.holder == asking.by.id:
        return ()
    return (*_read_first(case), events.CaseTaken(asking.by.id))


def write(case: Case, command: commands.Write, asking: Asking) -> Ruling:
    """An answer by the care team also takes a case that nobody holds yet.

    What the follower writes is for the care team only, and not for the one who told.
    """
    wrong = asking.text(command.text, "text")
    if wrong:
        return wrong
    answer = events.Answered(command.text.strip(), command.asks, command.source)
    if asking.by.id == case.raised_by:
        return (answer,)
    if _is_follower(case, asking):
        return (events.FollowerWrote(answer.text, command.source),)
    taken = () if case.holder else (events.CaseTaken(asking.by.id),)
    return (*_read_first(case), *taken, answer)


def _is_follower(case: Case, asking: Asking) -> bool:
    follows = asking.by.id == case.handover.follower
    return follows and Relation.CARE not in relations(asking.by, case)


def advice(_case: Case, command: commands.RecordAdvice, asking: Asking) -> Ruling:
    wrong = first(
        asking.past(command.on, "on"),
        asking.text(command.adviser, "adviser"),
        asking.text(command.advice, "advice"),
        asking.short(command.follow_up, "follow_up"),
    )
    return wrong or (
        events.AdviceReceived(
            command.on, command.adviser.strip(), command.advice.strip(), command.follow_up
        ),
    )


def _read_first(case: Case) -> tuple[events.Event, ...]:
    return () if case.read_at else (events.SignalRead(),)


RULES: Rules = {
    commands.TakeCase: take,
    commands.Write: write,
    commands.RecordAdvice: advice,
}
