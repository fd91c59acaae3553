"""What the parts of an organisation file have to do with each other."""

from collections.abc import Iterable, Iterator
from zoneinfo import ZoneInfo

from bot.calendars import calendar_of, covered_until
from bot.checked_file import Problem
from bot.organisation_file import FileBlock, MeetingBlock
from bot.organisation_records import school_of
from meldcode.people import Role

NEEDED = {
    Role.INTERN_BEGELEIDER: "has no intern_begeleider: nobody there will get a signal",
    Role.DEPUTY: "has no deputy: a signal that stays unread goes on to nobody first",
}


def errors(file: FileBlock, zone: ZoneInfo) -> Iterator[Problem]:
    """What must be repaired before the file can be used."""
    yield from _twice("schools", "id", [school.id for school in file.schools])
    yield from _twice("people", "id", [person.id for person in file.people])
    yield from _twice("people", "email", [person.email.casefold() for person in file.people])
    yield from _twice("meetings", "id", [meeting.id for meeting in file.meetings])
    yield from _unknown_schools(file)
    for n, meeting in enumerate(file.meetings):
        for name, sentence in _meeting(meeting, file, zone):
            yield ("meetings", n, name), sentence


def warnings(file: FileBlock) -> Iterator[Problem]:
    """What is allowed but probably not meant."""
    for n, school in enumerate(file.schools):
        held = {role for person in file.people for role in person.roles.get(school.id, ())}
        for role, sentence in NEEDED.items():
            if role not in held:
                yield ("schools", n), sentence
    regions = {school.id: school.region for school in file.schools}
    for n, meeting in enumerate(file.meetings):
        if meeting.school in regions and meeting.on > covered_until(regions[meeting.school]):
            yield ("meetings", n, "on"), "lies beyond the school vacations that are known"


def _twice(block: str, name: str, values: Iterable[str]) -> Iterator[Problem]:
    seen: dict[str, int] = {}
    for n, value in enumerate(values):
        if value in seen:
            yield (block, n, name), f"is that of {block}[{seen[value]}] too"
        seen.setdefault(value, n)


def _unknown_schools(file: FileBlock) -> Iterator[Problem]:
    known = {school.id for school in file.schools}
    for n, person in enumerate(file.people):
        for school in person.roles:
            if school not in known:
                yield ("people", n, "roles", school), "is the id of no school in this file"


def _meeting(meeting: MeetingBlock, file: FileBlock, zone: ZoneInfo) -> Iterator[tuple[str, str]]:
    school = next((school for school in file.schools if school.id == meeting.school), None)
    if school is None:
        yield "school", "is the id of no school in this file"
        return
    if not calendar_of(school_of(school), zone).is_school_day(meeting.on):
        yield "on", "is no school day there. Choose another, or add it to `opened` of the school"
    here = {
        person.id: person.roles[school.id] for person in file.people if school.id in person.roles
    }
    yield from _chair(meeting, [one for one, roles in here.items() if Role.ZBO_CHAIR in roles])
    if not here.keys() >= {*meeting.members}:
        yield "members", "must be ids of people who have a role at this school"


def _chair(meeting: MeetingBlock, chairs: list[str]) -> Iterator[tuple[str, str]]:
    if meeting.chair is None and not chairs:
        yield "chair", "is missing, and nobody at this school has the role zbo_chair"
    elif meeting.chair is not None and meeting.chair not in chairs:
        yield "chair", "is not the id of somebody with the role zbo_chair at this school"
