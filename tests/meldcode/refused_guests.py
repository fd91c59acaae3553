"""What is asked in vain about who reads along: (case, command, refusal) each."""

from dataclasses import replace

from meldcode import commands
from meldcode.choices_consultation import ParentsKnow
from meldcode.refusal import Refusal
from tests.builders import SIGNAL, closed, play, raised, taken, weighed
from tests.builders_circle import excluding
from tests.builders_guests import INVITE, STOP, invited
from tests.meldcode.refused import BLANK, FAR, LONG, YESTERDAY, Row
from tests.school import INTERN_BEGELEIDER, TEACHER

UNTOLD = replace(INVITE, parents_know=ParentsKnow.NOT_YET, because=None)
MANY = play(raised(), *(commands.AddObservation(f"More {n}.") for n in range(8)))
NAMED = replace(INVITE, words=f"About {SIGNAL.child}.")

GUESTS: tuple[Row, ...] = (
    (taken(), replace(INVITE, person=""), Refusal("err.guest", "person")),
    (taken(), replace(INVITE, person=INTERN_BEGELEIDER.id), Refusal("err.guest_self", "person")),
    (taken(), replace(INVITE, person=TEACHER.id), Refusal("err.guest_raiser", "person")),
    (taken(), replace(INVITE, until=YESTERDAY), Refusal("err.past", "until")),
    (taken(), replace(INVITE, until=FAR), Refusal("err.far", "until")),
    (taken(), replace(INVITE, words=BLANK), Refusal("err.text", "words")),
    (taken(), replace(INVITE, words=LONG), Refusal("err.long", "words")),
    (taken(), NAMED, Refusal("err.name_in_words", "words")),
    (taken(), replace(INVITE, entries=(99,)), Refusal("err.old", "entries")),
    (taken(), replace(INVITE, entries=(2,)), Refusal("err.old", "entries")),
    (MANY, replace(INVITE, entries=tuple(range(1, 10))), Refusal("err.many_entries", "entries")),
    (weighed(), replace(INVITE, reason=BLANK), Refusal("err.share_why", "reason")),
    (taken(), replace(INVITE, reason=LONG), Refusal("err.long", "reason")),
    (taken(), UNTOLD, Refusal("err.parents_because", "because")),
    (taken(), replace(INVITE, because=LONG), Refusal("err.long", "because")),
    (taken(), replace(NAMED, name=LONG), Refusal("err.long", "name")),
    (excluding(INVITE.person), INVITE, Refusal("err.excluded", "person")),
    (taken(), STOP, Refusal("err.no_guest", "person")),
    (invited(), replace(STOP, reason=BLANK), Refusal("err.why", "reason")),
    (closed(), INVITE, Refusal("err.closed")),
    (closed(), STOP, Refusal("err.closed")),
)
