"""Gathering what a screen may look at."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice

from bot.service.tools import Work
from dialogs.desk import AgendaLine, AgreedLine, Desk, MeetingDesk, MeetingLine, Room
from dialogs.desk import School as SchoolWords
from dialogs.fields import Raw
from meldcode import agenda
from meldcode.access import Action, Relation, may, relations
from meldcode.case import Case
from meldcode.choices import ItemKind
from meldcode.parts import Item
from meldcode.people import CARE_ROLES, Person, Role
from storage.records import Meeting, MeetingItem, Message, School, Subject

PART = "part"
CARE_FIRST = (Role.INTERN_BEGELEIDER, Role.DEPUTY, Role.AANDACHTSFUNCTIONARIS)
NOBODY = SchoolWords("", "", "", "")


def words(school: School | None) -> SchoolWords:
    """A school as conversations know it; blank if it is no longer there."""
    if school is None:
        return NOBODY
    return SchoolWords(school.id, school.name, school.contact_name, school.contact_phone)


def room(work: Work, viewer: Person, school_id: str) -> Room:
    people, meetings = work.unit.people, work.unit.meetings
    return Room(
        viewer=viewer,
        now=work.now,
        policy=work.tools.policy,
        calendar=work.calendar(school_id),
        school=words(people.school(school_id)),
        staff=people.staff(school_id, work.today),
        meetings=tuple(map(meeting_line, meetings.upcoming(school_id, work.now))),
        elsewhere=tuple(_elsewhere(work, school_id)) if _cares(viewer, school_id) else (),
    )


def _cares(viewer: Person, school_id: str) -> bool:
    return viewer.has(school_id, *CARE_ROLES)


def _elsewhere(work: Work, school_id: str) -> Iterator[tuple[Person, str]]:
    """Care teams of the other schools, each person once and never somebody of this school."""
    names = {school.id: school.name for school in work.unit.people.schools()}
    for person in work.unit.people.care_elsewhere(school_id, work.today):
        schools = (one for one in person.schools if _cares(person, one) and one in names)
        yield from ((person, names[one]) for one in islice(schools, 1))


def desk(work: Work, viewer: Person, case: Case, part: str = "", typing: Raw | None = None) -> Desk:
    """The case as `viewer` may see it; the caller has opened it for them."""
    return Desk(
        room=replace(room(work, viewer, case.school), barred=case.circle.excluded),
        case=case,
        relation=_relation(viewer, case),
        handle=give(work, viewer, Subject("case", case.id)),
        handles=_handles(work, viewer, case),
        part=part,
        typed=_still_in_chat(work, viewer, case),
        typing=typing or {},
        expected=_expected(work, case, part),
    )


def _expected(work: Work, case: Case, part: str) -> tuple[str, ...]:
    """Who would be there for an agenda item: chair, members and who is asked for it."""
    item = next((item for item in case.items if item.id == part), None)
    if item is None:
        return ()
    meeting = work.unit.meetings.get(item.meeting)
    seated = meeting_line(meeting).expected if meeting else ()
    expected = dict.fromkeys((*seated, *item.guests))
    return tuple(one for one in expected if one not in case.circle.excluded)


def _handles(work: Work, viewer: Person, case: Case) -> dict[str, str]:
    parts = ((one, Subject(PART, f"{case.id}/{one}")) for one in case.parts)
    return {one: give(work, viewer, subject) for one, subject in parts}


def part(item: MeetingItem) -> str:
    """How a handle names an agenda item: it is a part of its case."""
    return f"{item.case_id}/{item.item_id}"


def meeting_desk(work: Work, viewer: Person, meeting: Meeting) -> MeetingDesk:
    """The agenda as its chair and members may see it; each item shown leaves an access line."""
    items = work.unit.meetings.items(meeting.id)
    return MeetingDesk(
        room=room(work, viewer, meeting.school),
        meeting=meeting_line(meeting),
        handle=give(work, viewer, Subject("meeting", meeting.id)),
        items=tuple(_agenda(work, viewer, items)),
    )


def give(work: Work, viewer: Person, subject: Subject) -> str:
    expires = work.now + work.tools.handle_life
    return work.unit.handles.give(viewer.id, subject, work.now, expires)


def _still_in_chat(work: Work, viewer: Person, case: Case) -> frozenset[str]:
    remaining = work.unit.threads.remaining(case.id, viewer.id)
    return frozenset(source(message) for message in remaining)


def source(message: Message) -> str:
    """How a case names the chat message that an answer was typed in."""
    return f"{message.channel}:{message.ts}"


def _relation(viewer: Person, case: Case) -> Relation:
    return relations(viewer, case)[0]


def meeting_line(meeting: Meeting) -> MeetingLine:
    return MeetingLine(meeting.id, meeting.at, meeting.chair, meeting.members)


def _agenda(work: Work, viewer: Person, items: Iterable[MeetingItem]) -> Iterable[AgendaLine]:
    for line in items:
        case = work.unit.cases.open(line.case_id, viewer, Action.ATTEND, work.now, "agenda")
        if case is not None:
            yield _agenda_line(work, viewer, case, line)


def _agenda_line(work: Work, viewer: Person, case: Case, line: MeetingItem) -> AgendaLine:
    item: Item = next(item for item in case.items if item.id == line.item_id)
    calendar = work.calendar(case.school)
    return AgendaLine(
        code=case.code,
        handle=give(work, viewer, Subject(PART, part(line))),
        question=item.question,
        bringer=_bringer(work, case, item),
        parents_invited=item.parents_invited,
        parents_reason=item.parents_reason,
        minutes=item.minutes,
        age=calendar.between(calendar.today(item.at), work.today),
        handled=item.handled,
        evaluation=item.kind is ItemKind.EVALUATION,
        earlier=_earlier(work, viewer, case),
        place=agenda.place(case),
        acute=agenda.acute(case),
        guests=_guests(work, case, item),
        parents_informed=item.parents_informed,
        not_informed=item.not_informed if may(viewer, Action.MEET, case) else None,
        put_off=item.put_off,
        first_on=item.first_on,
    )


def _earlier(work: Work, viewer: Person, case: Case) -> tuple[AgreedLine, ...]:
    """Agreements made before, the open ones first: for who leads the meeting, not its members."""
    if not may(viewer, Action.MEET, case):
        return ()
    made = sorted((one for one in case.agreements if one.what), key=lambda one: (one.kept, one.due))
    return tuple(
        AgreedLine(one.what, role_at(work, case.school, one.owner), one.due, one.kept)
        for one in made
    )


def _guests(work: Work, case: Case, item: Item) -> tuple[Role, ...]:
    """In which roles people are asked to join: the agenda names nobody."""
    staff = work.unit.people.staff(case.school, work.today)
    held = {role for one in staff if one.id in item.guests for role in one.roles[case.school]}
    return tuple(role for role in Role if role in held)


def _bringer(work: Work, case: Case, item: Item) -> Role:
    """In which role somebody brings an item in: that of the care team, a teacher otherwise."""
    found = role_at(work, case.school, item.by)
    return found if found in CARE_ROLES else Role.TEACHER


def role_at(work: Work, school: str, person_id: str) -> Role | None:
    """The role that says most of somebody at this school; None if they have left it."""
    person = work.unit.people.get(person_id, work.today)
    held = person.roles.get(school, frozenset()) if person else frozenset()
    return next((role for role in (*CARE_FIRST, *Role) if role in held), None)
