"""What people do with a case, each inside one transaction."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import partial

from bot.service import beside, changes, looked, rooms, step_up
from bot.service.answers import Answer, Correct, Show, correct
from bot.service.tools import Work
from dialogs import registry
from dialogs.conversations import stop
from dialogs.conversations.case import case as case_screen
from dialogs.conversations.facts import FACTS
from dialogs.desk import Desk, Options
from dialogs.fields import Raw
from dialogs.form import Form, Given, Wrong, check
from dialogs.screen import Screen
from meldcode.access import Action, Relation
from meldcode.case import Case
from meldcode.commands import ReadSignal
from meldcode.people import Person
from meldcode.refusal import NOT_YOURS, Refusal

LOOK, LOOKS = "look", "looks"
STOPS: Mapping[str, Callable[[], Screen]] = {
    "err.access": stop.refused,
    "err.closed": stop.ended,
    "err.old": stop.old,
}
"""Refusals with a screen of their own; of all others the sentence is enough."""


def submit(work: Work, person: Person, form: type[Form], raw: Raw, handle: str, key: str) -> Answer:
    """Carry out a filled-in form about a case, once per `key`.

    What was typed is kept also when its writer must say again who it is to read on.
    """
    found = locate(work, person, handle)
    if found is None:
        return correct(form, NOT_YOURS)
    case_id, part = found
    if work.unit.receipts.result(key) is None:
        wrong = _carry_out(work, person, case_id, part, form, raw)
        if wrong:
            return wrong
        done(work, key, case_id)
    if not step_up.open_to(work, person):
        return Show(step_up.ask(work, person, handle))
    return Show(_after(work, person, case_id, part, registry.AFTER.get(form.name, case_screen)))


def act(work: Work, person: Person, action: str, handle: str, key: str) -> Screen:
    """Carry out a button's command, once per `key`, and show the case again."""
    if not step_up.open_to(work, person):
        return step_up.ask(work, person, handle)
    found = locate(work, person, handle)
    if found is None:
        return stop.refused()
    case_id, part = found
    if work.unit.receipts.result(key) is None:
        command = registry.COMMANDS[action](given(work, person, part))
        result = changes.carry_out(work, person, case_id, command)
        if isinstance(result, Refusal):
            return refused(result)
        done(work, key, case_id)
    return _after(work, person, case_id, part, registry.AFTER.get(action, case_screen))


def show(work: Work, person: Person, action: str, handle: str, typing: Raw) -> Screen:
    """The screen of a button; the first look of the care team is itself recorded."""
    if action not in registry.SCREENS:
        return stop.old()
    if not step_up.open_to(work, person):
        return step_up.ask(work, person, handle)
    found = locate(work, person, handle)
    if found is None:
        return stop.refused()
    case_id, part = found
    read = changes.carry_out(work, person, case_id, ReadSignal())
    if isinstance(read, Refusal):
        return refused(read)
    desk = _desk(work, person, case_id, part, typing, action)
    return registry.SCREENS[action](desk) if desk else stop.refused()


def refused(refusal: Refusal) -> Screen:
    """A refusal where there is no form to show it in."""
    make = STOPS.get(refusal.key)
    return make() if make else stop.because(refusal)


def locate(work: Work, person: Person, handle: str) -> tuple[str, str] | None:
    """The case id and the part of it that a handle stands for, if it is this person's own."""
    subject = work.unit.handles.resolve(handle, person.id, work.now)
    if subject is None or subject.kind not in {"case", rooms.PART}:
        return None
    case_id, _, part = subject.id.partition("/")
    return case_id, part


def given(work: Work, person: Person, part: str = "") -> Given:
    return Given(
        new_id=partial(work.tools.ids.new_id, "part"),
        part=part,
        meetings=_meeting_days(work, person),
    )


def done(work: Work, key: str, result: str) -> None:
    """Leave a receipt, so that a double tap or a second delivery finds the first result."""
    work.unit.receipts.claim(key, work.now)
    work.unit.receipts.finish(key, result)


def _carry_out(
    work: Work, person: Person, case_id: str, part: str, form: type[Form], raw: Raw
) -> Correct | None:
    """None if it was carried out; else what to correct."""
    case = work.unit.cases.open(case_id, person, Action.OPEN, work.now, form.name)
    if case is None:
        return correct(form, NOT_YOURS)
    checked = check(form, raw, _offered(work, person, case, part, form))
    if isinstance(checked, Wrong):
        return Correct(checked.errors)
    result = changes.carry_out(work, person, case_id, checked.command(given(work, person, part)))
    return correct(form, result) if isinstance(result, Refusal) else None


def _offered(work: Work, person: Person, case: Case, part: str, form: type[Form]) -> Options | None:
    offer = registry.offers(form.name)
    return offer(rooms.desk(work, person, case, part)) if offer else None


def _after(
    work: Work, person: Person, case_id: str, part: str, screen: Callable[[Desk], Screen]
) -> Screen:
    """What is shown once something was done; whose part in the case ended with it is thanked."""
    desk = _desk(work, person, case_id, part, {})
    return screen(desk) if desk else stop.thanks()


def _desk(
    work: Work, person: Person, case_id: str, part: str, typing: Raw, screen: str = "open"
) -> Desk | None:
    case = work.unit.cases.open(case_id, person, Action.OPEN, work.now, LOOK, screen)
    if case is None:
        return None
    desk = rooms.desk(work, person, case, part, typing)
    if desk.relation is Relation.CARE:
        return _with_more(work, person, desk, screen)
    return desk


def _with_more(work: Work, person: Person, desk: Desk, screen: str) -> Desk:
    """What only the care team sees beside a case, as far as its screen asks for it."""
    return replace(
        desk,
        beside=beside.near(work, person, desk.case),
        looks=looked.lines(work, desk.case.id) if screen == LOOKS else (),
        others=beside.others(work, person, desk.case, LOOK, screen) if screen in FACTS else (),
    )


def _meeting_days(work: Work, person: Person) -> dict[str, date]:
    """The days of the meetings to come; one of earlier today still counts."""
    since = work.now - timedelta(days=1)
    return {
        meeting.id: meeting.at.astimezone(work.tools.zone).date()
        for school in person.schools
        for meeting in work.unit.meetings.upcoming(school, since)
    }
