"""The forms about help and a melding: what a person fills in, and the command that it means."""

from typing import Any

from meldcode import commands
from meldcode.choices_melding import (
    AnonymityGround,
    Argued,
    ChildHeard,
    Effect,
    HelpBy,
    Informing,
    Unknown,
)
from meldcode.commands import Command
from tests.school import INTERN_BEGELEIDER, MEETING_ON, OKA, TODAY

TODAY_TEXT, MEETING_TEXT = TODAY.isoformat(), MEETING_ON.isoformat()
IB = INTERN_BEGELEIDER.id

FILLED: dict[str, tuple[dict[str, Any], Command]] = {
    "helping": (
        {
            "by": "okt",
            "what": "Weekly visits.",
            "until": MEETING_TEXT,
            "goals": "Breakfast.",
            "manager": OKA.id,
            "manager_other": "And a colleague",
            "advice": "Let him talk.",
        },
        commands.ArrangeHelp(
            help="new",
            by=HelpBy.OKT,
            what="Weekly visits.",
            until=MEETING_ON,
            goals="Breakfast.",
            manager=OKA.id,
            manager_other="And a colleague",
            advice="Let him talk.",
        ),
    ),
    "help_check": (
        {"effect": "partly", "text": "He eats now and then.", "until": MEETING_TEXT},
        commands.EvaluateHelp("item", Effect.PARTLY, "He eats now and then.", MEETING_ON),
    ),
    "melding": (
        {
            "reporter": OKA.id,
            "reporter_other": "Or a doctor",
            "trust": "Nobody knows the OKA.",
            "parents": "informed",
            "parents_by": IB,
            "parents_reason": "In haste.",
            "child": "not",
            "child_reason": "She is afraid.",
        },
        commands.PlanMelding(
            trust="Nobody knows the OKA.",
            parents=Informing.INFORMED,
            child=ChildHeard.NOT,
            reporter=OKA.id,
            reporter_other="Or a doctor",
            parents_by=IB,
            parents_reason="In haste.",
            child_reason="She is afraid.",
        ),
    ),
    "anonymous": (
        {
            "unknown": "reporter",
            "children": "A threat.",
            "staff": " ",
            "trust": "They trust her.",
            "parents_by": IB,
        },
        commands.ClaimAnonymity(
            Unknown.REPORTER,
            (
                Argued(AnonymityGround.CHILDREN, "A threat."),
                Argued(AnonymityGround.TRUST, "They trust her."),
            ),
            IB,
        ),
    ),
    "known": ({"reason": "No ground."}, commands.LiftAnonymity("No ground.")),
    "parents_told": (
        {"on": TODAY_TEXT, "by": IB, "reaction": "They cried."},
        commands.TellParents(TODAY, IB, "They cried."),
    ),
    "reported": (
        {"on": TODAY_TEXT, "contact": "Ali", "reference": "VT-1"},
        commands.RecordMelding(TODAY, "Ali", "VT-1"),
    ),
    "vt_agreement": (
        {"what": "A meal", "owner": OKA.id, "due": MEETING_TEXT},
        commands.MakeAgreement("new", "A meal", OKA.id, MEETING_ON, with_veilig_thuis=True),
    ),
    "feedback": (
        {"on": TODAY_TEXT, "text": "They visit.", "next_by": MEETING_TEXT},
        commands.RecordFeedback(TODAY, "They visit.", MEETING_ON),
    ),
    "chase": (
        {"on": TODAY_TEXT, "text": "They call.", "next_by": MEETING_TEXT},
        commands.ChaseFeedback(TODAY, "They call.", MEETING_ON),
    ),
}
