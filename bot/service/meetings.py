"""Planning another ZBO meeting from chat."""

from datetime import datetime

from bot.service import looks, rooms
from bot.service.answers import Answer, Correct, Show, correct
from bot.service.cases import done
from bot.service.tools import Work
from dialogs import registry
from dialogs.conversations import agenda
from dialogs.conversations.meeting import MeetingForm
from dialogs.fields import Raw
from dialogs.form import Form, Wrong, check
from meldcode.people import Person
from meldcode.refusal import NOT_YOURS, Refusal
from storage.records import Meeting


def submit(
    work: Work, person: Person, _form: type[Form], raw: Raw, _handle: str, key: str
) -> Answer:
    """Add the meeting once per `key`, and show its empty agenda."""
    school = looks.planning_school(person)
    if school is None:
        return correct(MeetingForm, NOT_YOURS)
    offered = registry.OPTIONS[MeetingForm.name](rooms.room(work, person, school))
    form = check(MeetingForm, raw, offered)
    if isinstance(form, Wrong):
        return Correct(form.errors)
    at = datetime.combine(form.on, form.at, work.tools.zone)
    wrong = _wrong(work, school, at)
    return correct(MeetingForm, wrong) if wrong else _plan(work, person, school, at, form, key)


def _wrong(work: Work, school: str, at: datetime) -> Refusal | None:
    if at <= work.now:
        return Refusal("err.past", "on")
    closed = not work.calendar(school).is_school_day(at.date())
    return Refusal("err.no_school", "on") if closed else None


def _plan(
    work: Work, person: Person, school: str, at: datetime, form: MeetingForm, key: str
) -> Answer:
    meeting_id = work.unit.receipts.result(key) or work.tools.ids.new_id("zbo")
    members = tuple(sorted(form.members or ()))
    planned = Meeting(meeting_id, school, at, form.chair, members)
    if work.unit.meetings.get(meeting_id) is None:
        work.unit.meetings.add(planned)
        done(work, key, meeting_id)
    return Show(agenda.agenda(rooms.meeting_desk(work, person, planned)))
