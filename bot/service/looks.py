"""Looking: at a case or a part of it, at an agenda, at Home and at what is open today."""

from bot.service import cases, homes, open_things, rooms, scans
from bot.service.tools import Work
from dialogs.conversations import agenda, home, meeting, scanned, stop, today
from dialogs.fields import Raw
from dialogs.screen import Screen
from meldcode.people import CARE_ROLES, Person, Role

PLANNERS = frozenset({Role.ZBO_CHAIR}) | CARE_ROLES
"""Who sees the agenda of the ZBO and may plan a meeting."""


def show(work: Work, person: Person, action: str, handle: str, typing: Raw) -> Screen:
    """The screen behind a button, from the handle that came with it."""
    match action:
        case "agenda":
            return _agenda(work, person, handle)
        case "today":
            return today.today(open_things.today(work, person))
        case "home":
            return home_screen(work, person)
        case "selfscan":
            return _selfscan(work, person)
        case "new_meeting":
            return _new_meeting(work, person)
        case _:
            return cases.show(work, person, action, handle, typing)


def home_screen(work: Work, person: Person) -> Screen:
    return home.home(homes.home(work, person))


def _agenda(work: Work, person: Person, handle: str) -> Screen:
    subject = work.unit.handles.resolve(handle, person.id, work.now)
    if subject is None or subject.kind != "meeting":
        return stop.refused()
    planned = work.unit.meetings.get(subject.id)
    if planned is None:
        return stop.refused()
    member = person.attends(planned.school, planned.id)
    if not member and not person.has(planned.school, *PLANNERS):
        return stop.refused()
    return agenda.agenda(rooms.meeting_desk(work, person, planned))


def _selfscan(work: Work, person: Person) -> Screen:
    """For the privacy officer alone; for all others there is no such thing."""
    officer = work.unit.people.by_email(work.tools.privacy_officer, work.today)
    found = scans.latest(work) if officer and officer.id == person.id else None
    return scanned.scanned(*found) if found else stop.old()


def _new_meeting(work: Work, person: Person) -> Screen:
    school = planning_school(person)
    return meeting.new_meeting(rooms.room(work, person, school)) if school else stop.refused()


def planning_school(person: Person) -> str | None:
    """The school for which somebody may plan a meeting: the first with such a role."""
    return next((school for school in person.schools if person.has(school, *PLANNERS)), None)
