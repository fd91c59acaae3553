"""For every form: what a person fills in, and the command that it means."""

from datetime import date, time
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
from meldcode.choices_consultation import AskedAs, ParentsKnow, Place
from meldcode.choices_injury import BodyPlace
from meldcode.choices_parents import Known, MayHear
from meldcode.choices_talks import HelpState, Manner, NotHeld, Recognised
from meldcode.commands import Command
from meldcode.people import PartnerRole
from tests.dialogs import filled_after, filled_items, filled_melding, filled_rights
from tests.school import INTERN_BEGELEIDER, MEETING_ON, OKA, SCHOOL, TEACHER, TODAY

TODAY_TEXT, MEETING_TEXT = TODAY.isoformat(), MEETING_ON.isoformat()
TOGETHER_TEXT = [f"{INTERN_BEGELEIDER.id}:intern_begeleider", f"{OKA.id}:oka"]
TOGETHER = (Present(INTERN_BEGELEIDER.id, "intern_begeleider"), Present(OKA.id, "oka"))
MEETINGS: dict[str, date] = {"meeting": MEETING_ON, filled_items.NEXT: filled_items.NEXT_ON}
NEW_ID, PART = "new", "item"

SIGNAL = {"text": " Hungry ", "urgency": "week", "child": "Sam", "parents": "not_yet"}
SIGNAL_RAISED = commands.RaiseSignal("Hungry", Urgency.WEEK, "Sam", ParentsTalk.NOT_YET)
SCHEDULE = {
    "meeting": "meeting",
    "question": "What fits?",
    "parents_invited": "no",
    "parents_reason": "Not safe.",
    "parents_informed": "no",
    "not_informed": "Later.",
    "minutes": "15",
    "guests": [OKA.id],
}
WRITTEN_TEXT = {"partners": "Els", "partner_roles": ["jgz"]}
WRITTEN: dict[str, Any] = {"partners": "Els", "partner_roles": (PartnerRole.JGZ,)}
WEIGHING = {
    "present": TOGETHER_TEXT,
    **WRITTEN_TEXT,
    "danger": "no",
    "hinders": "doubt",
    "risks": "Falls behind.",
    "risks_long": "Drops out.",
    "reason": "Three signals.",
}
DECISION = {
    "present": TOGETHER_TEXT,
    **WRITTEN_TEXT,
    "reason": "Because.",
    "informs_parents": OKA.id,
}


def decision(chosen: Decision, reporter: str | None = None) -> commands.Decide:
    return commands.Decide(chosen, "Because.", TOGETHER, reporter, OKA.id, None, **WRITTEN)


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
    "mark_own": (
        {"entry": "1", "origin": "child", "on": TODAY_TEXT},
        commands.MarkObservation(1, Origin.CHILD, TODAY),
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
    "injury": (
        {
            "on": TODAY_TEXT,
            "places": ["back_neck", "front_face"],
            "what": "A mark",
            "size": "A coin",
            "colour": "Blue",
            "since": "Monday",
            "child_words": "I fell",
        },
        commands.NoteInjury(
            *(TODAY, (BodyPlace.BACK_NECK, BodyPlace.FRONT_FACE), "A mark", "A coin"),
            *("Blue", "Monday", "I fell"),
        ),
    ),
    "consult": (
        {"person": OKA.id, "asked_as": "oka", "question": "What did you see?"},
        commands.AskColleague(NEW_ID, OKA.id, AskedAs.OKA, "What did you see?"),
    ),
    "consult_named": (
        {
            "person": OKA.id,
            "asked_as": "oka",
            "question": "What did you see?",
            "child": "Sam",
            "reason": "Two pupils",
            "parents_know": "not_yet",
            "because": "Not safe",
        },
        commands.AskColleague(
            *(NEW_ID, OKA.id, AskedAs.OKA, "What did you see?", "Sam", "Two pupils"),
            ParentsKnow.NOT_YET,
            "Not safe",
        ),
    ),
    "consult_answer": ({"text": "Hunger"}, commands.AnswerConsult(PART, "Hunger")),
    "observe": (
        {"observer": INTERN_BEGELEIDER.id, "on": MEETING_TEXT},
        commands.PlanClassObservation(NEW_ID, INTERN_BEGELEIDER.id, MEETING_ON),
    ),
    "observed": (
        {"on": TODAY_TEXT, "text": "Alone"},
        commands.NoteClassObservation(TODAY, "Alone", PART),
    ),
    "not_observed": ({"reason": "Ill"}, commands.CancelClassObservation(PART, "Ill")),
    "discussion": (
        {"on": TODAY_TEXT, "place": "group", "present": [OKA.id], "text": "Look along"},
        commands.RecordDiscussion(TODAY, Place.GROUP, (OKA.id,), "Look along"),
    ),
    "sheet": (
        {"seen": "Hunger", "since": "May", "safe": "All", "question": "What now?"},
        commands.PrepareAdvice("Hunger", "What now?", "May", "All"),
    ),
    "parent": (
        {
            "who": "Mother",
            "authority": "yes",
            "at_home": "unknown",
            "may_hear": "own",
            "reason": "Not safe.",
        },
        commands.RecordParent(PART, "Mother", Known.YES, Known.UNKNOWN, MayHear.OWN, "Not safe."),
    ),
    "plan_talk": (
        {
            "with_whom": "one_parent",
            "on": TODAY_TEXT,
            "at": "15:30",
            "leads": TEACHER.id,
            "near": OKA.id,
            "sees_child": "The neighbour",
        },
        commands.PlanTalk(
            *(NEW_ID, TODAY, time(15, 30), TalkWith.ONE_PARENT, TEACHER.id),
            near=OKA.id,
            sees_child="The neighbour",
        ),
    ),
    "talk": (
        {
            "on": TODAY_TEXT,
            "with_whom": "both",
            "report": "They see it.",
            "named": "Hunger",
            "recognised": "partly",
            "help": "needed",
            "manner": "defensive",
            "child_words": "I am cold",
            "someone_else": "no",
            "parent": "other",
            "colleague": OKA.id,
        },
        commands.RecordTalk(
            *(TODAY, TalkWith.BOTH, "They see it.", PART, OKA.id, "Hunger"),
            recognised=Recognised.PARTLY,
            help=HelpState.NEEDED,
            manner=Manner.DEFENSIVE,
            child_words="I am cold",
            someone_else=False,
            parent="other",
        ),
    ),
    "no_talk": (
        {"with_whom": "child", "reason": "refused", "words": "Not now"},
        commands.RecordNoTalk(NotHeld.REFUSED, "Not now", PART, TalkWith.CHILD),
    ),
    "advice": (
        {
            "on": TODAY_TEXT,
            "adviser": "Ali",
            "advice": "Wait",
            "follow_up": "Call",
            "anonymous": "yes",
        },
        commands.RecordAdvice(TODAY, "Ali", "Wait", "Call", anonymous=True),
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
            parents_informed=False,
            not_informed="Later.",
        ),
    ),
    "outcome": (
        {
            "outcome": "Help",
            "child": "Eat",
            "parents": "Talk",
            "teacher": "Look",
            "present": [OKA.id],
            **WRITTEN_TEXT,
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
            **WRITTEN,
        ),
    ),
    "weighing": (
        WEIGHING,
        commands.Weigh(
            *(TOGETHER, Answer.NO, Answer.DOUBT, "Falls behind.", "Three signals."),
            risks_long="Drops out.",
            **WRITTEN,
        ),
    ),
    "weighing_again": (
        {**WEIGHING, "on": TODAY_TEXT, "again": "More signals."},
        commands.Weigh(
            *(TOGETHER, Answer.NO, Answer.DOUBT, "Falls behind.", "Three signals."),
            on=TODAY,
            again="More signals.",
            risks_long="Drops out.",
            **WRITTEN,
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
    **filled_items.FILLED,
    **filled_rights.FILLED,
}
