"""Somebody reads along in a case for a while."""

from datetime import timedelta

from meldcode import commands
from meldcode.case import Case
from meldcode.choices_consultation import ParentsKnow
from tests.builders import play, taken
from tests.school import DIRECTOR, TODAY

LAST = TODAY + timedelta(days=14)
INVITE = commands.InviteGuest(
    person=DIRECTOR.id,
    until=LAST,
    words="mark-shared: there are worries in group 3.",
    reason="The director must arrange for somebody in class.",
    parents_know=ParentsKnow.NO,
    because="It is not about them.",
    entries=(1,),
)
STOP = commands.EndInvitation(DIRECTOR.id, "It has been arranged.")


def invited(case: Case | None = None) -> Case:
    """The director reads along for two weeks."""
    return play(case or taken(), INVITE)
