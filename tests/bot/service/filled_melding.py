"""The forms about help and a melding, filled in as somebody of the first school could."""

from collections.abc import Mapping
from typing import Any

Raw = Mapping[str, Any]

HELPING = {
    "by": "okt",
    "what": "Weekly visits.",
    "until": "2026-12-01",
    "goals": "Breakfast every day.",
    "manager": "oka",
    "advice": "Let her tell about her weekend.",
}
MELDING = {
    "reporter": "oka",
    "trust": "The parents do not know the OKA yet.",
    "parents": "beforehand",
    "parents_by": "ib",
    "child": "under_12",
}

FILLED: Mapping[str, Raw] = {
    "helping": HELPING,
    "help_check": {"effect": "yes", "text": "She eats every day."},
    "melding": MELDING,
    "anonymous": {"unknown": "both", "staff": "The father threatened her."},
    "known": {"reason": "Veilig Thuis sees no ground."},
    "parents_told": {"on": "2026-11-02", "by": "ib", "reaction": "They were sad."},
    "reported": {"on": "2026-11-02", "contact": "Somebody", "reference": "VT-1"},
    "vt_agreement": {"what": "A meal at school.", "owner": "oka", "due": "2026-11-10"},
    "feedback": {"on": "2026-11-02", "text": "They visit the family."},
    "chase": {"on": "2026-11-02", "text": "They call on Friday.", "next_by": "2026-11-10"},
}
