"""What is asked in vain about keeping and requests: (case, command, refusal) each."""

from dataclasses import replace
from datetime import timedelta

from meldcode import commands
from meldcode.choices_rights import ErasureGround, RequestKind, Verdict
from meldcode.refusal import Refusal
from tests.builders import closed, play, taken
from tests.builders_rights import (
    ASK,
    ASK_ERASURE,
    CALL_OFF,
    ERASE,
    GIVE,
    GRANT,
    HOLD,
    LEFT,
    LIFT,
    PART,
    REFUSE,
    VEIL,
    asked,
    granted,
    held,
    ordered,
    prepared,
)
from tests.meldcode.refused import BLANK, LONG, Row
from tests.school import TODAY

TOMORROW = TODAY + timedelta(1)
LONG_AGO = TODAY - timedelta(800)
TERM = replace(ERASE, ground=ErasureGround.TERM)

KEEPING: tuple[Row, ...] = (
    (closed(), replace(LEFT, on=TOMORROW), Refusal("err.future", "on")),
    (closed(), replace(LEFT, on=None), Refusal("err.left", "on")),
    (closed(), replace(HOLD, words=BLANK), Refusal("err.why", "words")),
    (closed(), replace(HOLD, words=LONG), Refusal("err.long", "words")),
    (closed(), LIFT, Refusal("err.no_hold")),
    (held(), replace(LIFT, hold="other"), Refusal("err.no_hold")),
    (held(), replace(LIFT, reason=BLANK), Refusal("err.why", "reason")),
    (play(held(), LIFT), LIFT, Refusal("err.no_hold")),
    (taken(), ERASE, Refusal("err.keep.open")),
    (taken(), TERM, Refusal("err.keep.open")),
    (play(granted(), HOLD), ERASE, Refusal("err.keep.hold")),
    (asked(), TERM, Refusal("err.keep.request")),
    (asked(ASK_ERASURE), ERASE, Refusal("err.keep.request")),
    (closed(), TERM, Refusal("err.keep.term", "ground")),
    (closed(), ERASE, Refusal("err.keep.no_request", "ground")),
    (
        play(asked(ASK_ERASURE), REFUSE, GIVE),
        ERASE,
        Refusal("err.keep.no_request", "ground"),
    ),
    (granted(), replace(ERASE, decider=BLANK), Refusal("err.decider", "decider")),
    (granted(), replace(ERASE, reason=BLANK), Refusal("err.why", "reason")),
    (closed(), CALL_OFF, Refusal("err.no_erasure")),
    (play(ordered(), HOLD), CALL_OFF, Refusal("err.no_erasure")),
    (ordered(), replace(CALL_OFF, reason=BLANK), Refusal("err.why", "reason")),
)
REQUESTS: tuple[Row, ...] = (
    (taken(), replace(ASK, name=BLANK), Refusal("err.requester", "name")),
    (taken(), replace(ASK, on=TOMORROW), Refusal("err.future", "on")),
    (taken(), replace(ASK, on=LONG_AGO), Refusal("err.far", "on")),
    (taken(), replace(ASK, words=LONG), Refusal("err.long", "words")),
    (taken(), VEIL, Refusal("err.no_request")),
    (asked(ASK_ERASURE), VEIL, Refusal("err.no_request")),
    (asked(), replace(VEIL, reason=BLANK), Refusal("err.why_copy", "reason")),
    (asked(), replace(VEIL, left_out=(99,)), Refusal("err.choose", "left_out")),
    (taken(), GRANT, Refusal("err.no_request")),
    (asked(), GRANT, Refusal("err.copy_first")),
    (asked(), PART, Refusal("err.copy_first")),
    (asked(ASK_ERASURE), PART, Refusal("err.erase_whole", "verdict")),
    (prepared(), replace(GRANT, decider=BLANK), Refusal("err.decider", "decider")),
    (prepared(), replace(GRANT, reason=LONG), Refusal("err.long", "reason")),
    (prepared(), replace(PART, ground=None), Refusal("err.deny_ground", "ground")),
    (prepared(), replace(REFUSE, reason=BLANK), Refusal("err.why_deny", "reason")),
    (taken(), GIVE, Refusal("err.no_request")),
    (prepared(), GIVE, Refusal("err.decide_request")),
    (play(prepared(), GRANT), replace(GIVE, on=TOMORROW), Refusal("err.future", "on")),
    (play(prepared(), GRANT), replace(GIVE, on=LONG_AGO), Refusal("err.far", "on")),
    (
        play(prepared(), GRANT),
        replace(GIVE, checked_by=BLANK),
        Refusal("err.checked_by", "checked_by"),
    ),
    (play(prepared(), GRANT), replace(GIVE, words=LONG), Refusal("err.long", "words")),
    (play(prepared(), GRANT, GIVE), GIVE, Refusal("err.no_request")),
    (granted(), replace(GRANT, verdict=Verdict.REFUSED), Refusal("err.no_request")),
    (
        play(asked(replace(ASK, kind=RequestKind.CORRECTION)), GRANT, GIVE),
        commands.CorrectEntry(1, "He fell.", "They said so."),
        Refusal("err.closed"),
    ),
)
RIGHTS: tuple[Row, ...] = (*KEEPING, *REQUESTS)
