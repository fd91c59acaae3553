"""Erasing a case: the one thing that is not an entry in it, since nothing of it is left."""

from bot.service import cases, step_up
from bot.service.answers import Answer, Correct, Show, correct
from bot.service.tools import Tools, Work
from dialogs.conversations.erasing import EraseNowForm, erased
from dialogs.fields import Raw
from dialogs.form import Wrong, check
from meldcode.access import Action
from meldcode.case import Case
from meldcode.parts import Status
from meldcode.people import Person
from meldcode.refusal import NOT_YOURS, Refusal
from meldcode.retention import erasable, order
from storage.erasing import Erasure
from storage.unit import Unit

FORM = EraseNowForm
SUBJECT = "erased:"
"""Before the code in a receipt: one with the id of the case would be erased with it."""


async def submit(tools: Tools, person_id: str, raw: Raw, handle: str, key: str) -> Answer | None:
    """Erase a case on the decision that stands in it, once per `key`; None if somebody left.

    It is judged in the transaction that erases: nothing comes between.
    """
    answers: list[Answer] = []

    def decided(unit: Unit) -> tuple[Erasure, ...]:
        work = Work(unit, tools, tools.clock())
        person = unit.people.get(person_id, work.today)
        if person is None:
            return ()
        unit.scope.only(person)
        answer, orders = _judge(work, person, raw, handle, key)
        answers.append(answer)
        return orders

    await tools.store.erase(decided)
    return answers[0] if answers else None


def _judge(
    work: Work, person: Person, raw: Raw, handle: str, key: str
) -> tuple[Answer, tuple[Erasure, ...]]:
    before = work.unit.receipts.result(key)
    if before is not None:
        return Show(erased(before.removeprefix(SUBJECT))), ()
    if not step_up.open_to(work, person):
        return Show(step_up.ask(work, person, handle)), ()
    checked = check(FORM, raw)
    if isinstance(checked, Wrong):
        return Correct(checked.errors), ()
    case = _open(work, person, handle)
    if case is None:
        return correct(FORM, NOT_YOURS), ()
    erasure = _order(work, case, person)
    if isinstance(erasure, Refusal):
        return correct(FORM, erasure), ()
    cases.done(work, key, SUBJECT + case.code)
    return Show(erased(case.code)), (erasure,)


def _open(work: Work, person: Person, handle: str) -> Case | None:
    """The care team erases what it keeps; the one who told, what she took back."""
    found = cases.locate(work, person, handle)
    if found is None:
        return None
    case = work.unit.cases.fold(found[0])
    withdrawn = case is not None and case.status is Status.WITHDRAWN
    wanted = Action.WITHDRAW if withdrawn else Action.CARE
    return work.unit.cases.open(found[0], person, wanted, work.now, FORM.name)


def _order(work: Work, case: Case, person: Person) -> Erasure | Refusal:
    """What was decided once may have been overtaken: a complaint, a request, a case reopened."""
    decided = order(case, person.id)
    if decided is None:
        return Refusal("err.no_erasure")
    ground, decider = decided
    wrong = erasable(case, ground, work.today, work.tools.policy)
    return wrong or Erasure(case.id, ground, decider, work.now)
