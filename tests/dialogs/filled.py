"""For every form: what a person fills in, and the command that it means."""

from datetime import date
from typing import Any

from meldcode import commands
from meldcode.choices import (
    Answer,
    Decision,
    Form,
    Origin,
    ParentsTalk,
    Present,
    TalkWith,
    Trend,
    Urgency,
)
from meldcode.commands import Command
from tests.dialogs import filled_after, filled_melding
from tests.school import INTERN_BEGELEIDER, MEETING_ON, OKA, SCHOOL, TODAY

TODAY_TEXT, MEETING_TEXT = TODAY.isoformat(), MEETING_ON.isoformat()
TOGETHER_TEXT = [f"{INTERN_BEGELEIDER.id}:intern_begeleider", f"{OKA.id}:oka"]
TOGETHER = (Present(INTERN_BEGELEIDER.id, "intern_begeleider"), Present(OKA.id, "oka"))
MEETINGS: dict[str, date] = {"meeting": MEETING_ON}
NEW_ID, PART = "new", "item"

SIGNAL = {"text": " Hungry ", "urgency": "week", "child": "Sam", "parents": "not_yet"}
SIGNAL_RAISED = commands.RaiseSignal("Hungry", Urgency.WEEK, "Sam", ParentsTalk.NOT_YET)
SCHEDULE = {
    "meeting": "meeting",
    "question": "What fits?",
    "parents_invited": "no",
    "parents_reason": "Not safe.",
    "minutes": "15",
    "guests": [OKA.id],
}
WEIGHING = {
    "present": TOGETHER_TEXT,
    "danger": "no",
    "hinders": "doubt",
    "risks": "Falls behind.",
    "risks_long": "Drops out.",
    "reason": "Three signals.",
}
DECISION = {"present": TOGETHER_TEXT, "reason": "Because.", "informs_parents": OKA.id}


def decision(chosen: Decision, reporter: str | None = None) -> commands.Decide:
    return commands.Decide(chosen, "Because.", TOGETHER, reporter, OKA.id, None)


FILLED: dict[str, tuple[dict[str, Any], Command]] = {
    "signal": (SIGNAL, SIGNAL_RAISED),
    "signal_at": ({**SIGNAL, "school": SCHOOL}, SIGNAL_RAISED),
    "add": (
        {"text": "More", "origin": "child", "on": TODAY_TEXT},
        commands.AddObservation("More", origin=Origin.CHILD, on=TODAY),
    ),
    "mark": (
        {"entry": "1", "origin": "seen", "on": TODAY_TEXT},
        commands.MarkObservation(1, Origin.SEEN, TODAY),
    ),
    "name": ({"child": " Sam Z. "}, commands.NameChild("Sam Z.")),
    "correct": (
        {"entry": "1", "text": "It was Monday", "reason": "Mixed up"},
        commands.CorrectEntry(1, "It was Monday", "Mixed up"),
    ),
    "answer": ({"text": "Thanks"}, commands.Write("Thanks")),
    "ask": ({"text": "When?"}, commands.Write("When?", asks=True)),
    "nature": (
        {"disclosure": "yes", "forms": ["witness", "physical"]},
        commands.SetForms((Form.WITNESS, Form.PHYSICAL), disclosure=True),
    ),
    "talk": (
        {"on": TODAY_TEXT, "with_whom": "both", "report": "They see it."},
        commands.RecordTalk(TODAY, TalkWith.BOTH, "They see it."),
    ),
    "advice": (
        {"on": TODAY_TEXT, "adviser": "Ali", "advice": "Wait", "follow_up": "Call"},
        commands.RecordAdvice(TODAY, "Ali", "Wait", "Call"),
    ),
    "schedule": (
        SCHEDULE,
        commands.ScheduleZbo(
            NEW_ID,
            "meeting",
            MEETING_ON,
            "What fits?",
            parents_invited=False,
            parents_reason="Not safe.",
            minutes=15,
            guests=(OKA.id,),
        ),
    ),
    "outcome": (
        {
            "outcome": "Help",
            "child": "Eat",
            "parents": "Talk",
            "teacher": "Look",
            "present": [OKA.id],
            "parents_present": "no",
            "parents_absent": "Ill",
            "informs": OKA.id,
            "informs_by": MEETING_TEXT,
            "not_informing": "Later",
        },
        commands.RecordOutcome(
            *(PART, "Help", "Eat", "Talk", "Look"),
            *(OKA.id, MEETING_ON, "Later"),
            parents_present=False,
            present=(OKA.id,),
            parents_absent="Ill",
            agreement=NEW_ID,
        ),
    ),
    "weighing": (
        WEIGHING,
        commands.Weigh(
            *(TOGETHER, Answer.NO, Answer.DOUBT, "Falls behind.", "Three signals."),
            risks_long="Drops out.",
        ),
    ),
    "weighing_again": (
        {**WEIGHING, "on": TODAY_TEXT, "again": "More signals."},
        commands.Weigh(
            *(TOGETHER, Answer.NO, Answer.DOUBT, "Falls behind.", "Three signals."),
            on=TODAY,
            again="More signals.",
            risks_long="Drops out.",
        ),
    ),
    **filled_melding.FILLED,
    **{
        f"question{number}": (
            {"answer": "yes", "reason": "Because."},
            commands.AnswerQuestion(number, Answer.YES, "Because."),
        )
        for number in range(1, 6)
    },
    "decision_none": (DECISION, decision(Decision.NO_SUSPICION)),
    "decision_help": ({**DECISION, "decision": "help"}, decision(Decision.HELP)),
    "decision_report": (
        {**DECISION, "decision": "melding", "reporter": OKA.id},
        decision(Decision.MELDING, OKA.id),
    ),
    "agreement": (
        {"what": "Call", "owner": OKA.id, "due": MEETING_TEXT},
        commands.MakeAgreement(NEW_ID, "Call", OKA.id, MEETING_ON),
    ),
    "following": (
        {"rhythm": "5", "first": MEETING_TEXT},
        commands.AgreeFollowing(5, MEETING_ON),
    ),
    "note": (
        {"trend": "worse", "text": "Tired"},
        commands.NoteFollowing(Trend.WORSE, "Tired"),
    ),
    "snooze": ({"days": "3"}, commands.Snooze(3)),
    "snooze_why": ({"days": "1", "reason": "Ill"}, commands.Snooze(1, "Ill")),
    "reopen": ({"reason": "Again"}, commands.ReopenCase("Again")),
    **filled_after.FILLED,
}
