"""Cases with help and with a melding, played through the rules like those of `tests.builders`."""

from dataclasses import replace

from meldcode import commands
from meldcode.case import Case
from meldcode.choices import Answer, Decision
from meldcode.choices_melding import (
    AnonymityGround,
    Argued,
    ChildHeard,
    Effect,
    HelpBy,
    Informing,
    Unknown,
)
from meldcode.people import Role
from tests.builders import WEIGH, decided, play, taken
from tests.school import INTERN_BEGELEIDER, MEETING_ON, OKA, TODAY, person

JGZ = person(Role.JGZ)
WEIGH_AGAIN = replace(WEIGH, danger=Answer.YES, on=TODAY, again="The mother told more.")
HELP = commands.ArrangeHelp(
    help="help",
    by=HelpBy.OKT,
    what="Weekly help at home.",
    until=MEETING_ON,
    goals="Breakfast every day.",
    manager=OKA.id,
    advice="Let him tell about his weekend.",
)
WORKS, PARTLY, FAILS = (
    commands.EvaluateHelp("help", effect, "This is what we see.") for effect in Effect
)
PLAN = commands.PlanMelding(
    trust="The mother trusts the teacher, nobody the school doctor.",
    parents=Informing.BEFOREHAND,
    child=ChildHeard.UNDER_12,
    reporter=JGZ.id,
    parents_by=INTERN_BEGELEIDER.id,
)
CLAIM = commands.ClaimAnonymity(
    Unknown.BOTH, (Argued(AnonymityGround.STAFF, "The father threatened her before."),)
)
LIFT = commands.LiftAnonymity("Veilig Thuis sees no ground for it.")
TOLD = commands.TellParents(TODAY, INTERN_BEGELEIDER.id, "They were sad and will help.")
REPORT = commands.RecordMelding(TODAY, "Adviser", "VT-1")
FEEDBACK = commands.RecordFeedback(TODAY, "They visit the family this week.")
CHASE = commands.ChaseFeedback(TODAY, "They call on Friday.", MEETING_ON)
DONE = (PLAN, REPORT, FEEDBACK)
STILL_DONE = commands.MakeAgreement(
    "agreement", "A meal at school.", OKA.id, MEETING_ON, with_veilig_thuis=True
)


def helped() -> Case:
    return play(decided(), HELP)


def planned(plan: commands.PlanMelding = PLAN) -> Case:
    return play(decided(Decision.MELDING), plan)


def anonymous() -> Case:
    return play(planned(), CLAIM)


def reported() -> Case:
    return play(planned(), TOLD, REPORT)


def reported_at_once() -> Case:
    """In acute danger, before anybody has weighed anything."""
    return play(taken(), PLAN, REPORT)
