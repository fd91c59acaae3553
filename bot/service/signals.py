"""Sending a signal: the one form that makes a case instead of changing one."""

from bot.service import changes, rooms, slips
from bot.service.answers import Answer, Correct, Show, correct
from bot.service.cases import done, given
from bot.service.tools import Work
from dialogs.conversations import signal
from dialogs.conversations.sent import sent
from dialogs.conversations.signal import SignalAtForm, SignalForm
from dialogs.fields import Raw
from dialogs.form import Form, Wrong, check
from meldcode.access import Action
from meldcode.commands import RaiseSignal
from meldcode.people import Person, Role
from meldcode.refusal import NOT_YOURS, Refusal

RECEIVERS = (Role.INTERN_BEGELEIDER, Role.DEPUTY)
FORMS = frozenset({SignalForm.name, SignalAtForm.name})


def submit(
    work: Work, person: Person, form: type[SignalForm], raw: Raw, handle: str, key: str
) -> Answer:
    """Make a case of it, once per `key`; with `handle`, of a note, which then has had its use."""
    filled = check(form, raw)
    if isinstance(filled, Wrong):
        return Correct(filled.errors)
    school = filled.school if isinstance(filled, SignalAtForm) else person.schools[0]
    if school not in person.schools:
        return correct(form, NOT_YOURS)
    if receiver_missing(work, school):
        return Show(signal.no_one_to_route_to(rooms.words(work.unit.people.school(school))))
    earlier = work.unit.receipts.result(key)
    if earlier is not None:
        return _again(work, person, form, earlier)
    command = filled.command(given(work, person))
    answer = _raise(work, person, school, command, key, form)
    if isinstance(answer, Show):
        slips.drop(work, person, handle, slips.NOTE)
    return answer


def receiver_missing(work: Work, school: str) -> bool:
    """Whether a school has nobody to whom a signal could go."""
    found = (work.unit.people.of_school(school, role, work.today) for role in RECEIVERS)
    return not any(found)


def _raise(
    work: Work, person: Person, school: str, command: RaiseSignal, key: str, form: type[Form]
) -> Answer:
    case = changes.raise_signal(work, person, school, command)
    if isinstance(case, Refusal):
        return correct(form, case)
    done(work, key, case.id)
    work.unit.drafts.drop(person.id, SignalForm.name)
    return Show(sent(rooms.desk(work, person, case)))


def _again(work: Work, person: Person, form: type[Form], case_id: str) -> Answer:
    """The same code once more: nothing is stored twice."""
    case = work.unit.cases.open(case_id, person, Action.OPEN, work.now, form.name)
    if case is None:
        return correct(form, NOT_YOURS)
    return Show(sent(rooms.desk(work, person, case), again=True))
