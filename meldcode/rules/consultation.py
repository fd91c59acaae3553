"""Step 2: consultation of colleagues and Veilig Thuis."""

from meldcode import commands, events
from meldcode.access import Relation, relations
from meldcode.case import Case
from meldcode.names import mentions
from meldcode.refusal import Refusal
from meldcode.rules.asking import Asking, Rules, Ruling, first


def take(case: Case, _command: commands.TakeCase, asking: Asking) -> Ruling:
    if case.holder == asking.by.id:
        return ()
    return (*_read_first(case), events.CaseTaken(asking.by.id))


def write(case: Case, command: commands.Write, asking: Asking) -> Ruling:
    """An answer by the care team also takes a case that nobody holds yet.

    What the follower writes, or a guest, is for the care team only, and not for the one who told.
    """
    wrong = asking.text(command.text, "text")
    if wrong:
        return wrong
    answer = events.Answered(command.text.strip(), command.asks, command.source)
    if asking.by.id == case.raised_by:
        return (answer,)
    if _is_follower(case, asking):
        return (events.FollowerWrote(answer.text, command.source),)
    if Relation.CARE not in relations(asking.by, case):
        return (events.GuestWrote(answer.text, command.source),)
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
            command.on,
            command.adviser.strip(),
            command.advice.strip(),
            command.follow_up,
            command.anonymous,
        ),
    )


def prepare(case: Case, command: commands.PrepareAdvice, asking: Asking) -> Ruling:
    """Whoever asks without a name keeps the family unknown (protocol, step 2: "anoniem")."""
    wrong = first(
        asking.text(command.seen, "seen"),
        asking.text(command.question, "question", "err.text"),
        asking.short(command.since, "since"),
        asking.short(command.safe, "safe"),
        _nameless(case, command),
    )
    sheet = events.AdvicePrepared(command.seen, command.question, command.since, command.safe)
    return wrong or (sheet,)


def _nameless(case: Case, command: commands.PrepareAdvice) -> Refusal | None:
    child = case.signal.child if case.signal else None
    texts = {field: getattr(command, field) for field in ("seen", "since", "safe", "question")}
    named = (field for field, text in texts.items() if mentions(text or "", child))
    return next((Refusal("err.no_names", field) for field in named), None)


def _read_first(case: Case) -> tuple[events.Event, ...]:
    return () if case.read_at else (events.SignalRead(),)


RULES: Rules = {
    commands.TakeCase: take,
    commands.Write: write,
    commands.PrepareAdvice: prepare,
    commands.RecordAdvice: advice,
}
