"""The invented school in which somebody practises: its people, its meeting and its case."""

from datetime import datetime, time

from dialogs.desk import Desk, MeetingLine, Room, School
from dialogs.fields import Raw
from meldcode.access import relations
from meldcode.case import Case
from meldcode.people import Person, Role
from meldcode.policy import Policy
from meldcode.schooldays import SchoolCalendar

SCHOOL = School("practice", "De Oefenschool", "", "")
CODE = "OEFENS"
"""Real codes have no vowels (`bot.ids`), so this is the code of no case."""

MEETING = "practice-meeting"
WHOLE = "practice-whole-case-"
"""The reference to the case, as long as a real one; a part of it is referred to by its own id."""

DAYS_AHEAD = 5


def _person(name: str, role: Role) -> Person:
    return Person(f"practice-{role}", name, {SCHOOL.id: frozenset({role})})


TEACHER = _person("Linde Oefenaar", Role.TEACHER)
INTERN_BEGELEIDER = _person("Imke Oefenaar", Role.INTERN_BEGELEIDER)
CHAIR = _person("Vera Oefenaar", Role.ZBO_CHAIR)
OKA = _person("Otto Oefenaar", Role.OKA)
JGZ = _person("Juna Oefenaar", Role.JGZ)
CAST = (TEACHER, INTERN_BEGELEIDER, CHAIR, OKA, JGZ)


def blank() -> Case:
    return Case("practice", CODE, SCHOOL.id)


def room(viewer: Person, now: datetime, policy: Policy, calendar: SchoolCalendar) -> Room:
    """The real agreements of the board, at an invented school with a meeting in a week."""
    day = calendar.add(calendar.today(now), DAYS_AHEAD)
    at = datetime.combine(day, time(15, 30), calendar.zone)
    meeting = MeetingLine(MEETING, at, CHAIR.id, (OKA.id, JGZ.id))
    return Room(viewer, now, policy, calendar, SCHOOL, CAST, (meeting,))


def part_of(handle: str) -> str:
    return "" if handle == WHOLE else handle


def desk(at: Room, case: Case, part: str = "", typing: Raw | None = None) -> Desk:
    """The case as who is played sees it; a part of it is its own reference."""
    item = next((item for item in case.items if item.id == part), None)
    seated = at.meetings[0].expected if item else ()
    return Desk(
        room=at,
        case=case,
        relation=relations(at.viewer, case)[0],
        handle=WHOLE,
        handles={name: name for name in case.parts},
        part=part,
        typing=typing or {},
        expected=tuple(dict.fromkeys((*seated, *(item.guests if item else ())))),
    )
