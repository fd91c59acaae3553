"""Desks to make screens at: cases from the tests' builders, seen by the people of the school."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

from dialogs.desk import Desk, MeetingLine, Room, School
from meldcode import commands
from meldcode.access import Relation, relations
from meldcode.case import Case
from meldcode.choices import Link, Place
from meldcode.choices_consultation import ParentsKnow
from meldcode.people import Person, Role
from meldcode.policy import Policy
from tests import (
    builders,
    builders_after,
    builders_circle,
    builders_confidential,
    builders_guests,
    builders_melding,
    builders_rights,
)
from tests.builders_confidential import CONFIDE, GLASS
from tests.school import (
    AANDACHTSFUNCTIONARIS,
    CALENDAR,
    CHAIR,
    COLLEAGUE,
    DEPUTY,
    DIRECTOR,
    INTERN_BEGELEIDER,
    MEETING_ON,
    MEMBER,
    NOW,
    OKA,
    OTHER_SCHOOL,
    POLICY,
    SCHOOL,
    TEACHER,
    TODAY,
    person,
)

STAFF = (
    TEACHER,
    COLLEAGUE,
    INTERN_BEGELEIDER,
    DEPUTY,
    AANDACHTSFUNCTIONARIS,
    DIRECTOR,
    CHAIR,
    OKA,
    MEMBER,
    person(Role.SMW),
    person(Role.JGZ),
    person(Role.ADMIN),
)
ELSEWHERE = ((person(Role.INTERN_BEGELEIDER, OTHER_SCHOOL), "De Andere School"),)
WORDS = School(SCHOOL, "De Verzonnen School", "Iemand van school", "020-0000000")
PAGE = (
    "https://slack.com/oauth/v2/authorize?client_id=1.2&user_scope=chat%3Awrite"
    "&redirect_uri=https%3A%2F%2Fbot.school.example%2Fslack%2Flinked&state=link-1"
)
MEETING = MeetingLine(
    "meeting",
    datetime(MEETING_ON.year, MEETING_ON.month, MEETING_ON.day, 12, tzinfo=UTC),
    CHAIR.id,
    (MEMBER.id, OKA.id),
)


def room(viewer: Person = INTERN_BEGELEIDER, policy: Policy = POLICY, now: datetime = NOW) -> Room:
    return Room(viewer, now, policy, CALENDAR, WORDS, STAFF, (MEETING,), ELSEWHERE)


def desk(
    case: Case,
    viewer: Person = INTERN_BEGELEIDER,
    part: str = "",
    *,
    policy: Policy = POLICY,
    now: datetime = NOW,
    typed: frozenset[str] = frozenset(),
) -> Desk:
    """The case as `viewer` sees it by the first relation that fits, with a handle for each part."""
    return Desk(
        room=room(viewer, policy, now),
        case=case,
        relation=relations(viewer, case)[0],
        handle="handle-of-case",
        handles={name: f"handle-of-{name}" for name in case.parts},
        part=part,
        typed=typed,
    )


def desks(case: Case) -> Iterator[Desk]:
    """One for each relation to the case that somebody has."""
    for viewer in (INTERN_BEGELEIDER, TEACHER, CHAIR, MEMBER, COLLEAGUE, OKA, DIRECTOR):
        if relations(viewer, case):
            item = case.items[0].id if case.items else ""
            found = desk(case, viewer)
            yield found
            if found.relation is Relation.CARE and case.requests:
                yield desk(case, viewer, case.requests[0].id)
            if found.relation in {Relation.CHAIR, Relation.MEMBER}:
                yield replace(desk(case, viewer, item), expected=(CHAIR.id, MEMBER.id))


def consulted() -> Iterator[commands.Command]:
    """Questions and observations, some of them to many people, some dealt with."""
    yield builders.SHEET
    yield builders.DISCUSSION
    for number, who in enumerate((OKA, DIRECTOR, CHAIR, AANDACHTSFUNCTIONARIS, DEPUTY)):
        yield replace(builders.CONSULT, consult=f"c{number}", person=who.id)
    yield commands.WithdrawConsult("c0")
    yield replace(builders.CONSULT, consult="again", person=OKA.id)
    yield builders.SHARED
    for number in range(6):
        yield replace(builders.OBSERVE, visit=f"v{number}", on=TODAY + timedelta(number % 2))
    yield replace(builders.NOT_OBSERVED, visit="v0")
    yield replace(builders.OBSERVED, visit="v2")


def planned() -> Iterator[commands.Command]:
    """Talks of every kind: with an hour and without, led by anybody, today and before a weekend."""
    friday = TODAY + timedelta(3)
    for number, (on, leads) in enumerate([(TODAY, TEACHER), (friday, COLLEAGUE)] * 3):
        at = time(15, 30) if number % 3 else None
        near = COLLEAGUE if leads is TEACHER else OKA
        yield replace(
            builders.PLAN,
            talk=f"t{number}",
            on=on,
            at=at,
            leads=leads.id,
            near=near.id,
            prepared_with=None if near is OKA else OKA.id,
        )
    yield commands.ComeOut("t0")


SILENT = replace(builders.SCHEDULE, parents_informed=False, not_informed="They may leave.")


def cases() -> dict[str, Case]:
    """A case at every stage, by name."""
    everything = builders.play(
        builders.decided(),
        *(
            builders.PARENT,
            builders.AGREEMENT,
            builders.TALK,
            builders.FORMS,
            builders.INJURY,
            builders.ADVICE,
            builders.NOTE,
        ),
        *(builders.ADDED, builders.MARK, builders.NAMED, *builders.IN_PERSON, builders.CORRECT),
        *(builders.LINK, builders.UNLINK, replace(builders.LINK, kind=Link.SIBLING)),
    )
    return {
        "raised": builders.raised(),
        "taken": builders.taken(),
        "on_agenda": builders.on_agenda(),
        "put off": builders.put_off(2, builders.play(builders.taken(), SILENT)),
        "taken off": builders.play(
            builders.put_off(1), builders.TAKE_OFF, replace(builders_after.EVALUATE, item="later")
        ),
        "discussed": builders.play(builders.on_agenda(), builders.APPROACH),
        "weighed": builders.weighed(),
        "unsafe": builders.answered(*builders.UNSAFE),
        "safe": builders.answered(*builders.SAFE),
        "decided": builders.decided(),
        "everything": everything,
        **melding_cases(),
        "planned": builders.play(builders.answered(*builders.UNSAFE), *planned()),
        **_read_along(),
        **_confided(),
        "consulted": builders.play(builders.taken(), *consulted()),
        "closed": builders.closed(),
        "reopened": builders.play(builders.closed(), builders.REOPEN),
        "withdrawn": builders.withdrawn(),
        **_after(),
    }


KEPT = (
    *(builders_rights.held, builders_rights.asked, builders_rights.prepared),
    *(builders_rights.granted, builders_rights.ordered),
)


def _read_along() -> dict[str, Case]:
    """Two guests: the OKA reads the name and an entry and wrote, for a colleague it stopped."""
    named = replace(builders_guests.INVITE, person=OKA.id, name="Sam Bos")
    plain = replace(builders_guests.INVITE, person=COLLEAGUE.id, entries=(), because=None)
    case = builders.play(builders.taken(), named, replace(plain, parents_know=ParentsKnow.YES))
    wrote = builders.play(case, commands.Write("I know the family."), by=OKA)
    stopped = commands.EndInvitation(COLLEAGUE.id, "No longer needed.")
    return {"read along": wrote, "no longer along": builders.play(wrote, stopped)}


def _confided() -> dict[str, Case]:
    """What the IB'er reads and what she does not; opened by others, and then by her as well."""
    theirs = builders.play(builders_confidential.confided(), CONFIDE, by=DEPUTY)
    opened = builders_confidential.broken(theirs)
    return {"confided": theirs, "opened": builders.play(opened, GLASS)}


def _after() -> dict[str, Case]:
    """Cases of step 6 and after."""
    told = builders.play(
        builders_after.followed(builders_after.SHARE),
        *(builders_after.CONTACT, builders_after.AFTERCARE, builders_after.HAND_OVER),
        *(builders_after.ANSWER_FOLLOWER, builders_after.MOVES_TO, builders_after.MOVE_HANDLED),
    )
    wrote = builders.play(told, commands.Write("He is quiet."), by=COLLEAGUE)
    return {
        "moving": builders_after.moving(builders_after.MOVES_TO),
        "gone": builders_after.moving(),
        "followed": builders_after.followed(),
        "followed since": builders.play(wrote, builders.NOTE, by=COLLEAGUE),
        "left": builders_after.left(*Place),
        "owned": builders_after.owned(),
        "in hand": builders_circle.in_hand(),
        "excluding": builders_circle.excluding(case=told),
        **{make.__name__: make() for make in KEPT},
        "shown": builders.play(builders_rights.prepared(), builders_rights.PART),
        "answered request": builders.play(
            *(builders_rights.prepared(), builders_rights.PART, builders_rights.GIVE),
            *(builders_rights.LEFT, commands.NoteLeft(None, still=True)),
        ),
        "called off": builders.play(builders_rights.ordered(), builders_rights.CALL_OFF),
        "let go": builders.play(builders_rights.held(), builders_rights.LIFT),
        "evaluated": builders.play(builders.taken(), builders_after.EVALUATE),
        "unfounded": builders.play(builders_after.unfounded(), builders_after.OPINION),
    }


def melding_cases() -> dict[str, Case]:
    """Cases with help and with a melding; every event of both is in one of them."""
    made = builders_melding
    late = builders.play(builders.taken(), replace(made.HELP, until=TODAY))
    return {
        "helped": builders.play(made.helped(), made.PARTLY, builders.AGREEMENT),
        "help is over": late,
        "help failed": builders.play(made.helped(), made.FAILS, made.WEIGH_AGAIN),
        "planned": made.planned(replace(made.PLAN, reporter=None, reporter_other="The doctor")),
        "anonymous": builders.play(made.anonymous(), builders.TALK, builders.ADDED),
        "known again": builders.play(made.anonymous(), made.LIFT),
        "reported": builders.play(made.reported(), made.STILL_DONE, made.CHASE),
        "answered": builders.play(made.reported(), made.FEEDBACK),
        "reported at once": made.reported_at_once(),
    }
