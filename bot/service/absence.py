"""Being away: what is for somebody goes to their deputy, until they are back or for good days."""

from bot.service import homes, looks
from bot.service.answers import Answer, Correct, Show, correct
from bot.service.cases import done
from bot.service.tools import Work
from dialogs.conversations import absence, stop
from dialogs.conversations.absence import AwayForm
from dialogs.fields import Raw
from dialogs.form import Form, Wrong, check
from dialogs.screen import Screen
from meldcode.people import Person
from meldcode.refusal import NOT_YOURS, Refusal
from meldcode.rules.asking import FURTHEST

AWAY = "away"


def switch(work: Work, person: Person, *, away: bool) -> Screen:
    """Home with the switch turned."""
    work.unit.people.set_away(person.id, away=away)
    return looks.home_screen(work, person)


def ask(work: Work, person: Person) -> Screen:
    """Where nobody could stand in, nothing may seem to be arranged."""
    deputy = _deputy(work, person)
    return absence.away(deputy.name) if deputy else stop.refused()


def go(work: Work, person: Person, form: type[Form], raw: Raw, _handle: str, key: str) -> Answer:
    """Away up to and with a day, once per `key`; asked again it is another day."""
    filled = check(form, raw)
    if isinstance(filled, Wrong):
        return Correct(filled.errors)
    deputy = _deputy(work, person)
    if deputy is None or not isinstance(filled, AwayForm):
        return correct(form, NOT_YOURS)
    if filled.until < work.today:
        return correct(form, Refusal("err.past", "until"))
    if filled.until - work.today > FURTHEST:
        return correct(form, Refusal("err.far", "until"))
    if work.unit.receipts.result(key) is None:
        work.unit.people.set_away(person.id, away=True, until=filled.until)
        done(work, key, AWAY)
    return Show(absence.arranged(deputy.name, filled.until))


def _deputy(work: Work, person: Person) -> Person | None:
    return next(iter(homes.deputies(work, person)), None)
