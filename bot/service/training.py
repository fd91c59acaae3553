"""The register of trainings: who reads it, who keeps it, and who hears that one ends."""

from bot.service import paging, rooms
from bot.service.answers import Answer, Correct, Show, correct
from bot.service.cases import done
from bot.service.tools import Work
from dialogs.conversations import training
from dialogs.conversations.training import TrainingDesk, TrainingForm
from dialogs.fields import Raw
from dialogs.form import Form, Wrong, check
from dialogs.screen import Screen
from dialogs.trained import TrainingLine
from meldcode.notices import Tone
from meldcode.people import Person, Role
from meldcode.refusal import NOT_YOURS, Refusal
from meldcode.training import Training, counts, latest, reminders, until
from storage.outbox import OutboxMessage
from storage.records import Subject

TRAINING = "training"


def show(work: Work, person: Person, page: str = "") -> Screen:
    """One's own, and that of the school for who keeps it; `page` is what stood before it."""
    staff = _kept_by(work, person)
    first = paging.first(page)
    others = _of(work, person, staff)
    return training.training(TrainingDesk(staff, own(work, person), others, first))


def own(work: Work, person: Person) -> tuple[TrainingLine, ...]:
    return tuple(_line(work, one) for one in latest(work.unit.trainings.of_people([person.id])))


def add(work: Work, person: Person, form: type[Form], raw: Raw, _handle: str, key: str) -> Answer:
    """Put a training in the register of everybody who took part, once per `key`."""
    staff = _kept_by(work, person)
    filled = check(form, raw, training.offers(staff) if staff else None)
    if isinstance(filled, Wrong):
        return Correct(filled.errors)
    if not staff or not isinstance(filled, TrainingForm):
        return correct(form, NOT_YOURS)
    if filled.on > work.today:
        return correct(form, Refusal("err.future", "on"))
    if work.unit.receipts.result(key) is None:
        _keep(work, filled)
        _plan(work)
        done(work, key, TRAINING)
    return Show(show(work, person))


def drop(work: Work, person: Person, handle: str) -> Screen:
    """It was a mistake: it is gone, and what it renewed counts again."""
    subject = work.unit.handles.resolve(handle, person.id, work.now)
    found = work.unit.trainings.get(subject.id) if subject and subject.kind == TRAINING else None
    if found and found.person in {one.id for one in _kept_by(work, person)}:
        work.unit.trainings.drop(found.id)
        _plan(work)
    return show(work, person)


def bring_in(work: Work) -> None:
    """After the organisation file or the policy has changed: of who left nothing is kept."""
    work.unit.trainings.forget_leavers()
    _plan(work)


def _plan(work: Work) -> None:
    """Bring the reminders of every school in line with the register and the policy."""
    policy = work.tools.policy
    for school in work.unit.people.schools():
        staff = work.unit.people.staff(school.id, work.today)
        found = work.unit.trainings.of_people(one.id for one in staff)
        due = reminders(found, work.today, policy, work.calendar(school.id))
        work.unit.due.sync(Subject("school", school.id), due)


def reminder(work: Work, person: Person) -> OutboxMessage:
    """A neutral envelope, one a day: a whole team may have been trained together."""
    return OutboxMessage(
        key=f"{TRAINING}:{work.today}:{person.id}",
        person_id=person.id,
        text_key=Tone.NEW,
        not_before=work.now,
        kind=TRAINING,
        threaded=False,
    )


def _kept_by(work: Work, person: Person) -> tuple[Person, ...]:
    """Whose trainings somebody keeps: of all where they are aandachtsfunctionaris, by name."""
    found = {
        one.id: one
        for school in person.schools
        if person.has(school, Role.AANDACHTSFUNCTIONARIS)
        for one in work.unit.people.staff(school, work.today)
        if one.works_at(school)
    }
    return tuple(sorted(found.values(), key=lambda one: one.name))


def _of(work: Work, viewer: Person, staff: tuple[Person, ...]) -> tuple[TrainingLine, ...]:
    names = {one.id: one.name for one in staff}
    found = latest(work.unit.trainings.of_people(names))
    return tuple(_kept(work, viewer, names[one.person], one) for one in found)


def _keep(work: Work, filled: TrainingForm) -> None:
    for person in dict.fromkeys(filled.people):
        made = work.tools.ids.new_id(TRAINING)
        work.unit.trainings.put(Training(made, person, filled.kind, filled.on, filled.what or ""))


def _kept(work: Work, viewer: Person, who: str, one: Training) -> TrainingLine:
    handle = rooms.give(work, viewer, Subject(TRAINING, one.id))
    return _line(work, one, who, handle)


def _line(work: Work, one: Training, who: str = "", handle: str = "") -> TrainingLine:
    return TrainingLine(
        kind=one.kind,
        on=one.on,
        until=until(one, work.tools.policy),
        ended=not counts(one, work.today, work.tools.policy),
        what=one.what,
        who=who,
        handle=handle,
    )
