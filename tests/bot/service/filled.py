"""Every form about a case, filled in as somebody of the first school could."""

from collections.abc import Mapping
from typing import Any

from tests.bot.service import filled_melding, filled_rights

Raw = Mapping[str, Any]

TOGETHER = ["ib:intern_begeleider", "oka:oka"]
ANSWERED = {"answer": "yes", "reason": "This is why."}
DECIDED = {"present": TOGETHER, "reason": "This is why.", "informs_parents": "ib"}

FILLED: Mapping[str, Raw] = {
    "add": {"text": "And another thing.", "origin": "own", "on": "2026-11-02"},
    "mark": {"entry": "1", "origin": "child", "on": "2026-11-02"},
    "mark_own": {"entry": "1", "origin": "others", "on": "2026-11-01"},
    "name": {"child": "Sam Z."},
    "correct": {"entry": "1", "text": "For two weeks.", "reason": "She said so."},
    "answer": {"text": "Thank you for telling."},
    "ask": {"text": "What did you see?"},
    "nature": {"disclosure": "no", "forms": ["witness"]},
    "parent": {
        "who": "Mother",
        "authority": "yes",
        "at_home": "no",
        "may_hear": "nothing",
        "reason": "Not safe.",
    },
    "consult": {"person": "oka", "asked_as": "oka", "question": "What did you see?"},
    "consult_named": {
        "person": "colleague",
        "asked_as": "former_teacher",
        "question": "What did you see?",
        "child": "Sam",
        "reason": "Two pupils.",
        "parents_know": "yes",
    },
    "consult_answer": {"text": "He was often hungry."},
    "observe": {"observer": "ib", "on": "2026-11-05"},
    "observed": {"on": "2026-11-02", "text": "He sat alone."},
    "not_observed": {"reason": "Ill."},
    "discussion": {
        "on": "2026-11-02",
        "place": "pupil",
        "present": ["ib", "colleague"],
        "text": "We look along.",
    },
    "sheet": {"seen": "A child comes hungry.", "question": "What can we do?"},
    "plan_talk": {"with_whom": "parents", "on": "2026-11-05", "leads": "teacher"},
    "no_talk": {"with_whom": "parents", "reason": "not_reached"},
    "talk": {"on": "2026-11-02", "with_whom": "parents", "report": "They see it too."},
    "advice": {"on": "2026-11-02", "adviser": "Somebody", "advice": "Keep talking."},
    "schedule": {
        "meeting": "zbo-a",
        "question": "What can we do?",
        "parents_invited": "no",
        "parents_reason": "It is not safe.",
        "minutes": "15",
        "guests": ["oka"],
    },
    "outcome": {
        "outcome": "The OKA calls the parents.",
        "teacher": "The IB'er looks in.",
        "informs": "oka",
        "informs_by": "2026-12-01",
    },
    "weighing": {
        "present": TOGETHER,
        "danger": "no",
        "hinders": "yes",
        "risks": "She falls behind.",
        "risks_long": "She drops out.",
        "reason": "Three signals.",
    },
    "weighing_again": {
        "present": TOGETHER,
        "danger": "yes",
        "hinders": "yes",
        "risks": "It gets worse.",
        "reason": "She told more.",
        "on": "2026-11-02",
        "again": "New signals.",
    },
    "exclude": {"person": "colleague", "reason": "Family."},
    "admit": {"person": "colleague", "reason": "A mistake."},
    **filled_melding.FILLED,
    **filled_rights.FILLED,
    **{f"question{number}": ANSWERED for number in (1, 3, 4, 5)},
    "question2": ANSWERED | {"answer": "no"},
    "decision_none": DECIDED,
    "decision_help": DECIDED | {"decision": "help"},
    "decision_report": DECIDED | {"decision": "melding", "reporter": "oka"},
    "agreement": {"what": "Call the parents.", "owner": "oka", "due": "2026-11-10"},
    "following": {"rhythm": "5"},
    "note": {"trend": "same", "text": "Still tired."},
    "snooze": {"days": "1"},
    "snooze_why": {"days": "1", "reason": "She is ill."},
    "oka": {"on": "2026-11-02", "report": "The parents talk with her."},
    "evaluate": {
        "meeting": "zbo-b",
        "question": "Does it help?",
        "parents_invited": "yes",
        "minutes": "5",
    },
    "aftercare": {"whom": "parents", "words": "We called them."},
    "moves": {"sudden": "no", "on": "2026-11-20", "new_school": "Another school"},
    "move": {"vt_told": "yes", "parents_told": "yes", "passed_on": "There is help."},
    "handover": {"holder": "deputy", "words": "Call the OKA."},
    "follower": {
        "teacher": "colleague",
        "since": "2026-11-03",
        "shared": "He eats no lunch.",
        "share_reason": "She sees him eat.",
        "parents_know": "yes",
    },
    "answer_follower": {"text": "Come by."},
    "close": {
        "grounds": "resolved",
        "reason": "It goes well.",
        "bottlenecks": ["time"],
        "bottleneck": "We waited.",
    },
    "opinion": {"helped": "yes", "words": "It was quick."},
    "reopen": {"reason": "New signals."},
}
