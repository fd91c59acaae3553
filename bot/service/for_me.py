"""Advice without a child: asked, answered, read, and then both texts are erased."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.service import rooms, slips
from bot.service.answers import Answer, Correct, Show, correct
from bot.service.cases import done
from bot.service.tools import Work
from dialogs.conversations import for_me, stop
from dialogs.conversations.for_me import AnswerForMeForm, AskForMeAtForm, AskForMeForm
from dialogs.desk import SlipDesk
from dialogs.fields import Raw
from dialogs.form import Form, Wrong, check
from dialogs.say import Say, say
from dialogs.screen import Screen
from meldcode.notices import Tone
from meldcode.people import CARE_ROLES, Audience, Person
from meldcode.refusal import NOT_YOURS, Refusal
from storage.outbox import OutboxMessage
from storage.records import Slip, Subject

FOR_ME = "for_me"
TO_READ = timedelta(hours=1)
"""How long an answer stays once it was opened: a phone may lose the window it was in."""


def show(work: Work, person: Person, above: Say | None = None) -> Screen:
    return for_me.for_me(_desk(work, person), above)


def open_one(work: Work, person: Person, handle: str) -> Screen:
    """A question to answer, an answer to read, or one's own question that still waits."""
    slip = slips.found(work, person, handle, FOR_ME)
    if slip is None:
        return for_me.gone()
    if slip.owner == person.id:
        return show(work, person) if slip.waiting else _read(work, person, slip)
    if not person.has(slip.school, *CARE_ROLES):
        return stop.refused()
    if not slip.waiting:
        return for_me.gone()
    return for_me.answering(slips.line(work, person, slip, slip.owner))


def erase(work: Work, person: Person, handle: str) -> Screen:
    """Read: nothing of it stays, not even encrypted."""
    slip = slips.own(work, person, handle, FOR_ME)
    if slip and slip.waiting:
        return show(work, person)
    slips.drop(work, person, handle, FOR_ME)
    return show(work, person, say("for_me.erased"))


def ask(work: Work, person: Person, form: type[Form], raw: Raw, _handle: str, key: str) -> Answer:
    """Put a question to the IB'er, once per `key`."""
    filled = check(form, raw)
    if isinstance(filled, Wrong):
        return Correct(filled.errors)
    schools = _schools(person)
    school = filled.school if isinstance(filled, AskForMeAtForm) else next(iter(schools), "")
    if school not in schools or not isinstance(filled, AskForMeForm):
        return correct(form, NOT_YOURS)
    if work.unit.receipts.result(key) is None:
        slip = _slip(work, person, school, filled.text)
        work.unit.slips.put(slip)
        _tell(work, slip, work.unit.audiences.of(_school(slip), Audience.HOLDER, work.today))
        done(work, key, slip.id)
    return Show(show(work, person, say("for_me.sent")))


def answer(work: Work, person: Person, form: type[Form], raw: Raw, handle: str, key: str) -> Answer:
    """Answer a colleague's question, once per `key`; the first answer counts."""
    filled = check(form, raw)
    if isinstance(filled, Wrong):
        return Correct(filled.errors)
    slip = slips.found(work, person, handle, FOR_ME)
    if slip is None or not person.has(slip.school, *CARE_ROLES):
        return correct(form, Refusal("err.old"))
    if work.unit.receipts.result(key) is None and isinstance(filled, AnswerForMeForm):
        if not slip.waiting:
            return correct(form, Refusal("err.answered"))
        _answered(work, person, slip, filled.text)
        done(work, key, slip.id)
    return Show(show(work, person, say("for_me.told")))


def _answered(work: Work, person: Person, slip: Slip, text: str) -> None:
    body = {**slip.body, "answer": text, "by": person.id}
    told = replace(slip, body=body, waiting=False, expires_at=_term(work, slip.school))
    work.unit.slips.put(told)
    asker = work.unit.people.get(slip.owner, work.today)
    _tell(work, told, (asker,) if asker else ())


def _read(work: Work, person: Person, slip: Slip) -> Screen:
    soon = min(slip.expires_at, work.now + TO_READ)
    work.unit.slips.put(replace(slip, expires_at=soon))
    return for_me.answered(slips.line(work, person, slip, slip.body["by"]))


def _tell(work: Work, slip: Slip, people: tuple[Person, ...]) -> None:
    """A neutral envelope; it names a slip, which says nothing once that is gone."""
    at = work.calendar(slip.school).push_time(work.now)
    for person in people:
        work.unit.outbox.put(
            OutboxMessage(
                key=f"{slip.id}:{slip.waiting}:{person.id}",
                person_id=person.id,
                text_key=Tone.NEW,
                not_before=at,
                kind=FOR_ME,
                params={slips.SLIP: slip.id},
                threaded=False,
            )
        )


def _desk(work: Work, person: Person) -> SlipDesk:
    mine = work.unit.slips.of_owner(person.id, FOR_ME, work.now)
    schools = map(work.unit.people.school, _schools(person))
    return SlipDesk(
        room=rooms.room(work, person, person.schools[0]),
        mine=tuple(slips.line(work, person, slip) for slip in mine),
        others=tuple(slips.line(work, person, slip, slip.owner) for slip in waiting(work, person)),
        schools=tuple(map(rooms.words, schools)),
    )


def waiting(work: Work, person: Person) -> tuple[Slip, ...]:
    """The questions of colleagues that somebody of the care team can answer."""
    return tuple(
        slip
        for school in person.schools
        if person.has(school, *CARE_ROLES)
        for slip in work.unit.slips.of_school(school, FOR_ME, work.now)
        if slip.waiting and slip.owner != person.id
    )


def _schools(person: Person) -> tuple[str, ...]:
    """Where somebody can ask: where they are not of those who answer."""
    return tuple(school for school in person.schools if not person.has(school, *CARE_ROLES))


def _slip(work: Work, person: Person, school: str, text: str) -> Slip:
    return Slip(
        id=work.tools.ids.new_id("slip"),
        kind=FOR_ME,
        owner=person.id,
        school=school,
        body={"question": text},
        expires_at=_term(work, school),
        waiting=True,
    )


def _school(slip: Slip) -> Subject:
    return Subject("school", slip.school)


def _term(work: Work, school: str) -> datetime:
    days = work.tools.policy.advice_days
    return slips.end_of(work, work.calendar(school).add(work.today, days))
