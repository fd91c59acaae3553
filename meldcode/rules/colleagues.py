"""Step 2: asking somebody one question, and what comes of it."""

from meldcode import commands, events
from meldcode.asides import consult_of
from meldcode.case import Case
from meldcode.names import mentions
from meldcode.parts_consultation import Consult
from meldcode.refusal import Refusal
from meldcode.rules.asking import Asking, Rules, Ruling, first

GONE = Refusal("err.old")


def ask(case: Case, command: commands.AskColleague, asking: Asking) -> Ruling:
    """Asked again, as when a message is delivered twice, it is the same question."""
    if any(one.id == command.consult for one in case.consults):
        return ()
    wrong = first(
        _person(case, command, asking),
        asking.text(command.question, "question", "err.text"),
        _sharing(case, command, asking),
    )
    if wrong:
        return wrong
    shared = command.name_shared
    return (
        events.ColleagueAsked(
            consult=command.consult,
            person=command.person,
            asked_as=command.asked_as,
            question=command.question.strip(),
            until=asking.in_school_days(asking.policy.consult_term),
            name=command.name,
            reason=command.reason if shared else None,
            parents_know=command.parents_know if shared else None,
            because=command.because if shared else None,
        ),
    )


def _person(case: Case, command: commands.AskColleague, asking: Asking) -> Refusal | None:
    if not command.person:
        return Refusal("err.colleague", "person")
    if command.person == asking.by.id:
        return Refusal("err.ask_self", "person")
    if command.person == case.raised_by:
        return Refusal("err.ask_raiser", "person")
    waiting = consult_of(case, command.person)
    return Refusal("err.asked_already", "person") if waiting else None


def _sharing(case: Case, command: commands.AskColleague, asking: Asking) -> Refusal | None:
    """As little as possible: without sharing the name, the question may not hold it either."""
    if not command.name_shared:
        child = case.signal.child if case.signal else None
        told = mentions(command.question, child)
        return Refusal("err.name_in_text", "question") if told else None
    return first(
        asking.text(command.name, "name", "err.name"),
        asking.text(command.reason, "reason", "err.share_why"),
        asking.parents(command.parents_know, command.because),
    )


def answer(case: Case, command: commands.AnswerConsult, asking: Asking) -> Ruling:
    consult = _mine(case, command.consult, asking)
    if consult is None:
        return GONE
    wrong = asking.text(command.text, "text")
    return wrong or (
        events.ColleagueAnswered(consult.id, command.text.strip(), consult.by, command.source),
    )


def decline(case: Case, command: commands.DeclineConsult, asking: Asking) -> Ruling:
    consult = _mine(case, command.consult, asking)
    return (events.ColleagueDeclined(consult.id, consult.by),) if consult else GONE


def withdraw(case: Case, command: commands.WithdrawConsult, _asking: Asking) -> Ruling:
    consult = next((one for one in case.consults if one.id == command.consult), None)
    if consult is None:
        return GONE
    return (events.ConsultWithdrawn(consult.id),) if consult.open else ()


def _mine(case: Case, name: str, asking: Asking) -> Consult | None:
    """The question if it is this person's to answer, and still open."""
    consult = consult_of(case, asking.by.id)
    return consult if consult and consult.id == name else None


RULES: Rules = {
    commands.AskColleague: ask,
    commands.AnswerConsult: answer,
    commands.DeclineConsult: decline,
    commands.WithdrawConsult: withdraw,
}
