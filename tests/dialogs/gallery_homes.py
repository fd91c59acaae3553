"""Home for every role, full, empty and while somebody is away."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from dialogs.conversations.home import home
from dialogs.desk import AsideLine, CaseLine, HomeDesk, PartLine
from dialogs.screen import Screen
from meldcode.access import Relation
from meldcode.choices import Bottleneck
from meldcode.people import Role
from meldcode.policy import Policy
from meldcode.progress import Stage
from meldcode.suppression import band
from tests.dialogs.desks import MEETING, STAFF, room
from tests.school import DEPUTY, INTERN_BEGELEIDER, MEETING_ON, NOW, SCHOOL, TODAY

STRICT = Policy(
    board_contact="Ans Bestuur, 020-0000009",
    inspector_phone="0900-0000000",
    inspector_hours="08:00-17:00",
    handle_with_care_days=3,
)
"""A board that has filled in all that may be left open."""

HOLDERS = (None, "intern_begeleider@school", "deputy@school")


def homes() -> Iterator[tuple[str, Screen]]:
    full = HomeDesk(
        room=room(),
        cases=tuple(lines()),
        meetings=((MEETING, "handle", 2),) * 3,
        counts={str(stage): band(number) for number, stage in enumerate(Stage, start=1)},
        overdue=3,
        median_days=1.5,
        deputies=(DEPUTY,),
        bottlenecks={kind: band(number) for number, kind in enumerate(Bottleneck, start=2)},
        parts=tuple(
            PartLine(f"K7T{n:03}", f"part{n}", relation)
            for relation in (Relation.FOLLOWER, Relation.GUEST, Relation.OWNER)
            for n in range(8)
        ),
        asides=(AsideLine("handle", MEETING_ON),) * 9,
        undelivered=2,
    )
    everything = replace(INTERN_BEGELEIDER, roles={SCHOOL: frozenset(Role)})
    crowd = tuple(
        replace(line, code=f"K7T{number:03}", mine=number % 2 == 0)
        for number, line in enumerate(tuple(lines()) * 3)
    )
    yield (
        "home/all roles/crowd",
        home(
            replace(full, room=room(everything, STRICT), cases=crowd, understood=False, questions=2)
        ),
    )
    for person in STAFF:
        at = room(person)
        yield f"home/{person.id}/full", home(replace(full, room=at))
        yield f"home/{person.id}/empty", home(HomeDesk(at))
        yield f"home/{person.id}/linked", home(replace(full, room=at, linked=True))
        yield f"home/{person.id}/away", home(replace(full, room=at, deputy_on=DEPUTY.id))
    yield "home/away until", home(replace(full, deputy_on=DEPUTY.id, away_until=TODAY))


def lines() -> Iterator[CaseLine]:
    """A line for every stage, holder and age."""
    for age, stage in enumerate(Stage):
        for holder in HOLDERS:
            since = NOW - timedelta(days=age)
            yield CaseLine("K7T4XM", "handle", stage, since, since.date(), holder is None, holder)
    yield CaseLine("K7T4XM", "handle", Stage.FOLLOW, NOW, missed=True)
