"""Cases of step 6 and after: aftercare, a child that moves, other hands and the end."""

from dataclasses import replace

from meldcode import commands, events
from meldcode.case import Case
from meldcode.choices import Bottleneck, CareFor, Grounds, Helped, ItemKind, Place
from meldcode.people import Person
from tests.builders import AGREEMENT, SCHEDULE, append, decided, play, taken
from tests.school import (
    COLLEAGUE,
    DEPUTY,
    INTERN_BEGELEIDER,
    MEETING_ON,
    TEACHER,
    TODAY,
)

NOBODY = Person("", "")
"""Author of what comes from the organisation."""

CONTACT = commands.RecordOkaContact(TODAY, "The parents talk with the OKA each week.")
EVALUATE = replace(SCHEDULE, kind=ItemKind.EVALUATION)
AFTERCARE = commands.RecordAftercare(CareFor.TEACHER, "We talked; she sleeps well again.")
MOVES = commands.ReportMove(TODAY, sudden=True)
MOVES_TO = commands.ReportMove(MEETING_ON, sudden=False, new_school="De Andere School")
MOVE_HANDLED = commands.HandleMove(vt_told=True, parents_told=False, parents_reason="Not safe.")
HAND_OVER = commands.HandOver(DEPUTY.id, "The OKA calls on Friday.")
NAME_FOLLOWER = commands.NameFollower(COLLEAGUE.id, TODAY)
SHARE = commands.NameFollower(
    COLLEAGUE.id,
    TODAY,
    shared="He comes without lunch.",
    share_reason="She can look out for it.",
    parents_know=True,
)
ANSWER_FOLLOWER = commands.AnswerFollower("Come by today.")
OPINION = commands.GiveOpinion(Helped.PARTLY, "It took long.")
UNFOUNDED = commands.CloseCase(
    Grounds.UNFOUNDED, "It was a bruise.", (Bottleneck.WAITING, Bottleneck.TIME), "Nobody came."
)


def moving(command: commands.ReportMove = MOVES) -> Case:
    return play(decided(), command)


def followed(command: commands.NameFollower = NAME_FOLLOWER) -> Case:
    """A case in which a new teacher sees the child."""
    return play(decided(), command)


def owned() -> Case:
    """A case in which the OKA has agreed to do something."""
    return play(taken(), AGREEMENT)


def left(*places: Place, case: Case | None = None) -> Case:
    """A case of which somebody no longer works at the school."""
    who = {Place.HOLDER: INTERN_BEGELEIDER, Place.RAISER: TEACHER, Place.FOLLOWER: COLLEAGUE}
    gone = [events.StaffLeft(who[place].id, place) for place in places]
    return append(case or taken(), gone, NOBODY)


def unfounded() -> Case:
    return play(decided(), UNFOUNDED)
