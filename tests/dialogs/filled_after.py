"""Forms of step 6 and after: what a person fills in, and the command that it means."""

from datetime import date
from typing import Any

from meldcode import commands
from meldcode.choices import Bottleneck, CareFor, Grounds, Helped, ItemKind
from meldcode.choices_consultation import ParentsKnow
from meldcode.commands import Command
from tests.school import COLLEAGUE, DEPUTY, DIRECTOR, MEETING_ON, TODAY

TODAY_TEXT = TODAY.isoformat()

FILLED: dict[str, tuple[dict[str, Any], Command]] = {
    "oka": (
        {"on": TODAY_TEXT, "report": "It helps."},
        commands.RecordOkaContact(TODAY, "It helps."),
    ),
    "evaluate": (
        {
            "meeting": "meeting",
            "question": "Does it help?",
            "parents_invited": "yes",
            "parents_informed": "yes",
            "minutes": "5",
        },
        commands.ScheduleZbo(
            "new",
            "meeting",
            MEETING_ON,
            "Does it help?",
            parents_invited=True,
            minutes=5,
            kind=ItemKind.EVALUATION,
            parents_informed=True,
        ),
    ),
    "aftercare": (
        {"whom": "teacher", "words": "We talked."},
        commands.RecordAftercare(CareFor.TEACHER, "We talked."),
    ),
    "moves": (
        {"sudden": "yes", "on": TODAY_TEXT, "new_school": "De Andere School"},
        commands.ReportMove(TODAY, sudden=True, new_school="De Andere School"),
    ),
    "move": (
        {
            "vt_told": "yes",
            "parents_told": "no",
            "parents_reason": "Not safe.",
            "vt_reason": "They call back.",
            "passed_on": "There is help.",
        },
        commands.HandleMove(
            vt_told=True,
            parents_told=False,
            vt_reason="They call back.",
            parents_reason="Not safe.",
            passed_on="There is help.",
        ),
    ),
    "handover": (
        {"holder": DEPUTY.id, "words": "Call the OKA."},
        commands.HandOver(DEPUTY.id, "Call the OKA."),
    ),
    "follower": (
        {
            "teacher": COLLEAGUE.id,
            "since": MEETING_ON.isoformat(),
            "shared": "No lunch.",
            "share_reason": "She sees him eat.",
            "parents_know": "no",
            "because": "They are not safe to tell.",
        },
        commands.NameFollower(
            COLLEAGUE.id,
            MEETING_ON,
            shared="No lunch.",
            share_reason="She sees him eat.",
            parents_know=False,
            because="They are not safe to tell.",
        ),
    ),
    "answer_follower": ({"text": "Come by."}, commands.AnswerFollower("Come by.")),
    "close": (
        {
            "grounds": "unfounded",
            "reason": "It was a bruise.",
            "bottlenecks": ["time", "zbo"],
            "bottleneck": "Nobody was free.",
        },
        commands.CloseCase(
            Grounds.UNFOUNDED,
            "It was a bruise.",
            (Bottleneck.TIME, Bottleneck.ZBO),
            "Nobody was free.",
        ),
    ),
    "exclude": (
        {"person": COLLEAGUE.id, "reason": "It is family."},
        commands.ExcludePerson(COLLEAGUE.id, "It is family."),
    ),
    "invite": (
        {
            "person": DIRECTOR.id,
            "until": "2026-11-17",
            "words": "There are worries.",
            "entries": ["1"],
            "child": "Sam",
            "reason": "She arranges for somebody in class.",
            "parents_know": "no",
            "because": "It is not about them.",
        },
        commands.InviteGuest(
            person=DIRECTOR.id,
            until=date(2026, 11, 17),
            words="There are worries.",
            reason="She arranges for somebody in class.",
            parents_know=ParentsKnow.NO,
            because="It is not about them.",
            name="Sam",
            entries=(1,),
        ),
    ),
    "uninvite": (
        {"person": DIRECTOR.id, "reason": "It was arranged."},
        commands.EndInvitation(DIRECTOR.id, "It was arranged."),
    ),
    "confidential": (
        {"text": "His mother is a colleague.", "readers": [DEPUTY.id]},
        commands.WriteConfidential("His mother is a colleague.", (DEPUTY.id,)),
    ),
    "glass": ({"reason": "She is away."}, commands.BreakGlass("She is away.")),
    "admit": (
        {"person": COLLEAGUE.id, "reason": "It was a mistake."},
        commands.EndExclusion(COLLEAGUE.id, "It was a mistake."),
    ),
    "opinion": (
        {"helped": "partly", "words": "It took long."},
        commands.GiveOpinion(Helped.PARTLY, "It took long."),
    ),
}
