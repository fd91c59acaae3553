"""Handle with Care, where the policy says that the school takes part."""

from bot.service import rooms, slips
from bot.service.answers import Answer, Correct, Show, correct
from bot.service.cases import done
from bot.service.tools import Work
from dialogs.conversations import stop
from dialogs.conversations.handle_with_care import HandleWithCareForm, handle_with_care
from dialogs.desk import SlipDesk
from dialogs.fields import Raw
from dialogs.form import Form, Wrong, check
from dialogs.screen import Screen
from meldcode.people import CARE_ROLES, Person
from meldcode.refusal import NOT_YOURS
from storage.records import Slip

GENTLE = "gentle"


def show(work: Work, person: Person) -> Screen:
    schools = _schools(work, person)
    if not schools:
        return stop.refused()
    found = (slip for one in schools for slip in work.unit.slips.of_school(one, GENTLE, work.now))
    lines = tuple(slips.line(work, person, slip) for slip in found)
    return handle_with_care(SlipDesk(rooms.room(work, person, schools[0]), others=lines))


def keep(work: Work, person: Person, form: type[Form], raw: Raw, _handle: str, key: str) -> Answer:
    """Keep a name and a code word for the days of support, once per `key`."""
    filled = check(form, raw)
    if isinstance(filled, Wrong):
        return Correct(filled.errors)
    schools = _schools(work, person)
    if not schools or not isinstance(filled, HandleWithCareForm):
        return correct(form, NOT_YOURS)
    if work.unit.receipts.result(key) is None:
        slip = _slip(work, person, schools[0], filled)
        work.unit.slips.put(slip)
        done(work, key, slip.id)
    return Show(show(work, person))


def drop(work: Work, person: Person, handle: str) -> Screen:
    """It was a mistake, or it is over."""
    slip = slips.found(work, person, handle, GENTLE)
    if slip and slip.school in _schools(work, person):
        work.unit.slips.drop(slip.id)
    return show(work, person)


def _schools(work: Work, person: Person) -> tuple[str, ...]:
    """Where somebody is in the care team; nowhere if the board does not take part."""
    if work.tools.policy.handle_with_care_days is None:
        return ()
    return tuple(school for school in person.schools if person.has(school, *CARE_ROLES))


def _slip(work: Work, person: Person, school: str, filled: HandleWithCareForm) -> Slip:
    days = work.tools.policy.handle_with_care_days or 0
    return Slip(
        id=work.tools.ids.new_id(GENTLE),
        kind=GENTLE,
        owner=person.id,
        school=school,
        body={"child": filled.child, "word": filled.word},
        expires_at=slips.end_of(work, work.calendar(school).add(work.today, days)),
    )
