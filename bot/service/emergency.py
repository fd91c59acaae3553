"""Opening a case in an emergency, for who directs its school and knows no more than its code."""

from bot.service import cases, changes, rooms
from bot.service.answers import Answer, Correct, Show, correct
from bot.service.tools import Work
from dialogs.code import stored
from dialogs.conversations import confidential, stop
from dialogs.conversations.confidential import EmergencyForm
from dialogs.fields import Raw
from dialogs.form import Form, Wrong, check
from dialogs.screen import Screen
from meldcode.access import Action
from meldcode.case import Case
from meldcode.commands import BreakGlass
from meldcode.people import Person, Role
from meldcode.refusal import Refusal
from storage.records import Subject

WHY = "emergency"
NO_CASE = Refusal("err.no_such_case", "code")


def ask(person: Person) -> Screen:
    directs = any(person.has(school, Role.DIRECTOR) for school in person.schools)
    return confidential.emergency() if directs else stop.refused()


def open_by_code(
    work: Work, person: Person, form: type[Form], raw: Raw, _handle: str, key: str
) -> Answer:
    """Once per `key`; a code of no case, or of one elsewhere, gets the same sentence."""
    filled = check(form, raw)
    if isinstance(filled, Wrong):
        return Correct(filled.errors)
    case_id = work.unit.receipts.result(key)
    if case_id is None and isinstance(filled, EmergencyForm):
        opened = _open(work, person, filled)
        if isinstance(opened, Refusal):
            return correct(form, opened)
        case_id = opened.id
        cases.done(work, key, case_id)
    handle = rooms.give(work, person, Subject("case", case_id or ""))
    return Show(cases.show(work, person, "open", handle, {}))


def _open(work: Work, person: Person, filled: EmergencyForm) -> Case | Refusal:
    code = stored(filled.code)
    case = work.unit.cases.open_by_code(code, person, Action.BREAK, work.now, WHY)
    if case is None:
        return NO_CASE
    return changes.carry_out(work, person, case.id, BreakGlass(filled.reason))
