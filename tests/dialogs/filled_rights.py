"""Forms about keeping and requests: what a person fills in, and the command that it means."""

from dataclasses import replace
from typing import Any

from meldcode import commands
from meldcode.choices_rights import (
    Channel,
    DenialGround,
    ErasureGround,
    Handing,
    HoldReason,
    Requester,
    RequestKind,
    Verdict,
)
from meldcode.commands import Command
from tests import builders_rights
from tests.builders import closed, play
from tests.school import DIRECTOR, TEACHER, TODAY

TODAY_TEXT = TODAY.isoformat()

FILLED: dict[str, tuple[dict[str, Any], Command]] = {
    "left": ({"still": "no", "on": TODAY_TEXT}, commands.NoteLeft(TODAY)),
    "hold": (
        {"reason": "complaint", "words": "They complain."},
        commands.PlaceHold("new", HoldReason.COMPLAINT, "They complain."),
    ),
    "lift": ({"reason": "Settled."}, commands.LiftHold("item", "Settled.")),
    "erase": (
        {"ground": "request", "decider": DIRECTOR.id, "reason": "It is over."},
        commands.DecideErasure(ErasureGround.REQUEST, DIRECTOR.id, "It is over."),
    ),
    "call_off": ({"reason": "A complaint."}, commands.CallOffErasure("A complaint.")),
    "request": (
        {
            "kind": "inspection",
            "requester": "parent",
            "who": "The mother",
            "channel": "letter",
            "on": TODAY_TEXT,
            "words": "All of it.",
        },
        commands.RecordRequest(
            request="new",
            kind=RequestKind.INSPECTION,
            requester=Requester.PARENT,
            name="The mother",
            channel=Channel.LETTER,
            on=TODAY,
            words="All of it.",
        ),
    ),
    "veil": (
        {"left_out": ["3", "1"], "names": "Jansen\nDe Vries", "reason": "Neighbours."},
        commands.PrepareCopy("item", "Neighbours.", (3, 1), ("Jansen", "De Vries")),
    ),
    "verdict": (
        {"verdict": "part", "ground": "others", "decider": DIRECTOR.id, "reason": "Others."},
        commands.DecideRequest("item", Verdict.PART, DIRECTOR.id, DenialGround.OTHERS, "Others."),
    ),
    "given": (
        {"on": TODAY_TEXT, "how": "paper", "checked_by": TEACHER.id, "words": "At school."},
        commands.AnswerRequest("item", TODAY, Handing.PAPER, TEACHER.id, "At school."),
    ),
}

ITEM = "item"
_HELD = replace(builders_rights.HOLD, hold=ITEM)
_ASK = replace(builders_rights.ASK, request=ITEM)
_VEIL = replace(builders_rights.VEIL, request=ITEM)
_PART = replace(builders_rights.PART, request=ITEM)

FITTING = {
    "lift": play(closed(), _HELD),
    "erase": builders_rights.granted(),
    "call_off": builders_rights.ordered(),
    "veil": play(closed(), _ASK),
    "verdict": play(closed(), _ASK, _VEIL),
    "given": play(closed(), _ASK, _VEIL, _PART),
}
"""Form name -> a case in which it makes sense; the tests fill in ITEM as the part."""
