"""Bringing cases together and taking them apart, reading them together, and looking them up."""

from bot.service import beside, cases, changes, rooms, step_up
from bot.service.answers import Answer, Correct, Show, correct
from bot.service.tools import Work
from dialogs.code import stored
from dialogs.conversations import joined, stop
from dialogs.conversations.beside import LinkForm, SearchForm, UnlinkForm, search
from dialogs.desk import CaseLine, JoinedDesk
from dialogs.fields import Raw
from dialogs.form import Form, Wrong, check
from dialogs.screen import Screen
from meldcode.access import Action
from meldcode.case import Case
from meldcode.commands import LinkCase, UnlinkCase
from meldcode.people import CARE_ROLES, Person
from meldcode.progress import stage
from meldcode.refusal import NOT_YOURS, Refusal
from storage.records import Subject

SEARCH, TOGETHER = "search", "together"
Pair = tuple[Case, Case]


def join(work: Work, person: Person, form: type[Form], raw: Raw, handle: str, key: str) -> Answer:
    """Link two cases of a school to each other, or take them apart, once per `key`."""
    filled = check(form, raw)
    if isinstance(filled, Wrong):
        return Correct(filled.errors)
    if work.unit.receipts.result(key) is None and isinstance(filled, LinkForm | UnlinkForm):
        wrong = _join(work, person, filled, handle)
        if wrong:
            return correct(form, wrong)
        cases.done(work, key, handle)
    return Show(cases.show(work, person, "beside", handle, {}))


def look_up(
    work: Work, person: Person, form: type[Form], raw: Raw, _handle: str, _key: str
) -> Answer:
    """The cases with this code, or about a child of this name; what was typed is not kept."""
    filled = check(form, raw)
    if isinstance(filled, Wrong):
        return Correct(filled.errors)
    schools = _schools(person)
    if not schools or not isinstance(filled, SearchForm):
        return correct(form, NOT_YOURS)
    if not step_up.open_to(work, person):
        return Show(step_up.ask(work, person, ""))
    found = {
        case.id: case for school in schools for case in _find(work, person, school, filled.text)
    }
    lines = tuple(_line(work, person, case) for case in found.values())
    return Show(search(lines))


def searching(work: Work, person: Person) -> Screen:
    """The question; a code is asked before anything is typed, since that is not kept."""
    if not _schools(person):
        return stop.refused()
    return search() if step_up.open_to(work, person) else step_up.ask(work, person, "")


def together(work: Work, person: Person, action: str, handle: str) -> Screen:
    """What was told in all cases of one child; each that is shown leaves a line."""
    if not step_up.open_to(work, person):
        return step_up.ask(work, person, handle)
    found = cases.locate(work, person, handle)
    if found is None:
        return stop.refused()
    case = work.unit.cases.open(found[0], person, Action.READ, work.now, TOGETHER)
    if case is None:
        return stop.refused()
    desks = (rooms.desk(work, person, case), *beside.others(work, person, case, TOGETHER))
    siblings = beside.siblings(work, person, (desk.case for desk in desks))
    return joined.joined(action, JoinedDesk(desks, siblings))


def _join(work: Work, person: Person, filled: LinkForm | UnlinkForm, handle: str) -> Refusal | None:
    """The same on both sides, or on neither."""
    pair = _pair(work, person, handle, filled.code)
    if isinstance(pair, Refusal):
        return pair
    case, other = pair
    for one, beyond in ((case, other), (other, case)):
        command = (
            LinkCase(beyond.id, filled.kind)
            if isinstance(filled, LinkForm)
            else UnlinkCase(beyond.id, filled.reason)
        )
        result = changes.carry_out(work, person, one.id, command)
        if isinstance(result, Refusal):
            return result
    return None


def _pair(work: Work, person: Person, handle: str, code: str) -> Pair | Refusal:
    """The case on the table and the one that was typed: both readable, going on, of one school."""
    found = cases.locate(work, person, handle)
    case = beside.readable(work, person, found[0]) if found else None
    if case is None:
        return NOT_YOURS
    other = _by_code(work, person, code)
    fits = other is not None and other.school == case.school and other.id != case.id
    if other is None or not fits or other.ended:
        return Refusal("err.no_such_case", "code")
    return Refusal("err.closed") if case.ended else (case, other)


def _by_code(work: Work, person: Person, typed: str) -> Case | None:
    code = stored(typed)
    return work.unit.cases.open_by_code(code, person, Action.READ, work.now, SEARCH)


def _find(work: Work, person: Person, school: str, typed: str) -> tuple[Case, ...]:
    by_code = _by_code(work, person, typed)
    named = (
        beside.readable(work, person, case_id) for case_id in work.unit.names.find(school, typed)
    )
    return tuple(case for case in (by_code, *named) if case)


def _line(work: Work, person: Person, case: Case) -> CaseLine:
    return CaseLine(
        code=case.code,
        handle=rooms.give(work, person, Subject("case", case.id)),
        status=stage(case),
        since=case.raised_at or work.now,
    )


def _schools(person: Person) -> tuple[str, ...]:
    return tuple(school for school in person.schools if person.has(school, *CARE_ROLES))
