"""The forms about keeping and requests, as somebody of the first school could fill them in."""

from collections.abc import Mapping
from typing import Any

FILLED: Mapping[str, Mapping[str, Any]] = {
    "left": {"still": "no", "on": "2026-11-02"},
    "hold": {"reason": "complaint", "words": "They complain."},
    "lift": {"reason": "It was settled."},
    "erase": {"ground": "request", "decider": "ib", "reason": "They asked."},
    "call_off": {"reason": "They complain."},
    "request": {
        "kind": "inspection",
        "requester": "parent",
        "who": "The mother",
        "channel": "letter",
        "on": "2026-11-02",
        "words": "All of it.",
    },
    "veil": {"left_out": ["3"], "names": "Jansen", "reason": "A neighbour."},
    "verdict": {"verdict": "whole", "decider": "ib"},
    "given": {"on": "2026-11-02", "how": "shown", "checked_by": "teacher"},
}
