"""Commands and cases about keeping, erasing and requests."""

from dataclasses import replace

from meldcode import commands
from meldcode.case import Case
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
from tests.builders import closed, play
from tests.school import AANDACHTSFUNCTIONARIS, DIRECTOR, TODAY

LEFT = commands.NoteLeft(TODAY)
HOLD = commands.PlaceHold("hold", HoldReason.COMPLAINT, "The parents complain.")
LIFT = commands.LiftHold("hold", "It was settled.")
ERASE = commands.DecideErasure(ErasureGround.REQUEST, DIRECTOR.id, "They asked for it.")
CALL_OFF = commands.CallOffErasure("There is a complaint.")
ASK = commands.RecordRequest(
    request="request",
    kind=RequestKind.INSPECTION,
    requester=Requester.PARENT,
    name="The mother of Sam",
    channel=Channel.LETTER,
    on=TODAY,
    words="All of it.",
)
ASK_ERASURE = replace(ASK, kind=RequestKind.ERASURE)
VEIL = commands.PrepareCopy("request", "A neighbour is named.", (3,), ("Jansen",))
GRANT = commands.DecideRequest("request", Verdict.WHOLE, DIRECTOR.id)
PART = replace(
    GRANT, verdict=Verdict.PART, ground=DenialGround.OTHERS, reason="A neighbour is named."
)
REFUSE = replace(PART, verdict=Verdict.REFUSED, ground=DenialGround.SAFETY)
GIVE = commands.AnswerRequest(
    "request", TODAY, Handing.SHOWN, AANDACHTSFUNCTIONARIS.id, "She read all of it."
)


def held() -> Case:
    return play(closed(), HOLD)


def asked(ask: commands.RecordRequest = ASK) -> Case:
    return play(closed(), ask)


def prepared() -> Case:
    return play(asked(), VEIL)


def granted() -> Case:
    """Erasing was asked for and granted; nobody decided to do it yet."""
    return play(asked(ASK_ERASURE), GRANT)


def ordered() -> Case:
    return play(granted(), ERASE)
