"""The invented school of the tests: its people, its calendar and a moment on a school day."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from meldcode.people import Person, Role
from meldcode.policy import Policy
from meldcode.schooldays import Hours, SchoolCalendar

SCHOOL = "school"
OTHER_SCHOOL = "other-school"
TODAY = date(2026, 11, 3)


def person(role: Role, school: str = SCHOOL) -> Person:
    return Person(f"{role}@{school}", f"Name of {role}", {school: frozenset({role})}, on=TODAY)


TEACHER = person(Role.TEACHER)
INTERN_BEGELEIDER = person(Role.INTERN_BEGELEIDER)
DEPUTY = person(Role.DEPUTY)
AANDACHTSFUNCTIONARIS = person(Role.AANDACHTSFUNCTIONARIS)
DIRECTOR = person(Role.DIRECTOR)
CHAIR = person(Role.ZBO_CHAIR)
OKA = person(Role.OKA)
MEMBER = replace(
    person(Role.SMW), id="member", name="Name of member", meetings=frozenset({"meeting"})
)
"""Sits in the meeting of `tests.builders.SCHEDULE`."""

COLLEAGUE = replace(person(Role.TEACHER), id="colleague", name="Name of colleague")


def days(start: date, end: date) -> frozenset[date]:
    """Every day from `start` up to and with `end`."""
    return frozenset(start + timedelta(n) for n in range((end - start).days + 1))


AUTUMN = days(date(2026, 10, 10), date(2026, 10, 18))
CHRISTMAS = days(date(2026, 12, 19), date(2027, 1, 3))
SPRING = days(date(2027, 2, 20), date(2027, 2, 28))
EASTER_MONDAY = date(2027, 3, 29)
PUBLIC = days(date(2026, 12, 25), date(2026, 12, 26)) | {date(2027, 1, 1), EASTER_MONDAY}

CALENDAR = SchoolCalendar(
    zone=ZoneInfo("Europe/Amsterdam"),
    closed=AUTUMN | CHRISTMAS | SPRING | PUBLIC,
    public=PUBLIC,
    lessons=(Hours(time(8, 30), time(12)), Hours(time(12, 45), time(14, 45))),
)
POLICY = Policy()
NOW = datetime(2026, 11, 3, 10, tzinfo=UTC)
"""A Tuesday, 11:00 at school."""
MEETING_ON = date(2026, 11, 17)
