"""What is asked in vain after a decision: (case, command, refusal) each."""

from dataclasses import replace

from meldcode import commands
from meldcode.choices import Grounds
from meldcode.refusal import Refusal
from tests.builders import CLOSE, closed, decided, play, taken, weighed, withdrawn
from tests.builders_after import (
    AFTERCARE,
    ANSWER_FOLLOWER,
    CONTACT,
    HAND_OVER,
    MOVE_HANDLED,
    MOVES,
    MOVES_TO,
    NAME_FOLLOWER,
    OPINION,
    SHARE,
    followed,
    moving,
)
from tests.meldcode.refused import BLANK, FAR, LONG, TOMORROW, YESTERDAY, Row
from tests.school import INTERN_BEGELEIDER

NO_REASON = replace(MOVE_HANDLED, parents_reason=BLANK)
UNTOLD = replace(MOVE_HANDLED, vt_told=False)

CARING: tuple[Row, ...] = (
    (taken(), replace(CONTACT, on=TOMORROW), Refusal("err.future", "on")),
    (taken(), replace(CONTACT, report=BLANK), Refusal("err.empty", "report")),
    (taken(), replace(CONTACT, report=LONG), Refusal("err.long", "report")),
    (taken(), replace(AFTERCARE, words=""), Refusal("err.empty", "words")),
    (taken(), replace(AFTERCARE, words=LONG), Refusal("err.long", "words")),
)
MOVING: tuple[Row, ...] = (
    (taken(), replace(MOVES, on=FAR), Refusal("err.far", "on")),
    (taken(), replace(MOVES, new_school=LONG), Refusal("err.long", "new_school")),
    (taken(), MOVE_HANDLED, Refusal("err.no_move")),
    (play(moving(), MOVE_HANDLED), MOVE_HANDLED, Refusal("err.no_move")),
    (moving(), NO_REASON, Refusal("err.why_not_told", "parents_reason")),
    (moving(), UNTOLD, Refusal("err.why_not_told", "vt_reason")),
    (moving(), replace(UNTOLD, vt_reason=LONG), Refusal("err.long", "vt_reason")),
    (
        moving(),
        replace(MOVE_HANDLED, passed_on="Help runs."),
        Refusal("err.new_school", "passed_on"),
    ),
    (moving(MOVES_TO), replace(MOVE_HANDLED, passed_on=LONG), Refusal("err.long", "passed_on")),
    *(
        (moving(), replace(CLOSE, grounds=grounds), Refusal("err.move_open", "grounds"))
        for grounds in (Grounds.RESOLVED, Grounds.HANDED_OVER)
    ),
)
HANDS: tuple[Row, ...] = (
    (taken(), replace(HAND_OVER, holder=""), Refusal("err.holder", "holder")),
    (taken(), replace(HAND_OVER, words=LONG), Refusal("err.long", "words")),
    (
        taken(),
        replace(HAND_OVER, holder=INTERN_BEGELEIDER.id),
        Refusal("err.same_holder", "holder"),
    ),
    (taken(), replace(NAME_FOLLOWER, teacher=""), Refusal("err.follower", "teacher")),
    (taken(), replace(NAME_FOLLOWER, since=YESTERDAY), Refusal("err.past", "since")),
    (taken(), replace(NAME_FOLLOWER, since=FAR), Refusal("err.far", "since")),
    (taken(), replace(NAME_FOLLOWER, share_reason=LONG), Refusal("err.long", "share_reason")),
    (taken(), replace(SHARE, shared=LONG), Refusal("err.long", "shared")),
    (taken(), replace(SHARE, share_reason=BLANK), Refusal("err.why_share", "share_reason")),
    (taken(), replace(SHARE, parents_know=None), Refusal("err.share_parents", "parents_know")),
    (taken(), replace(SHARE, parents_know=False), Refusal("err.share_untold", "because")),
    (taken(), replace(SHARE, because=LONG), Refusal("err.long", "because")),
    (taken(), ANSWER_FOLLOWER, Refusal("err.no_follower")),
    (followed(), replace(ANSWER_FOLLOWER, text=BLANK), Refusal("err.empty", "text")),
)
ENDING: tuple[Row, ...] = (
    (decided(), replace(CLOSE, bottleneck=LONG), Refusal("err.long", "bottleneck")),
    (decided(), OPINION, Refusal("err.opinion_early")),
    (withdrawn(), OPINION, Refusal("err.closed")),
    (closed(), replace(OPINION, words=LONG), Refusal("err.long", "words")),
    (closed(), commands.Countersign(f"entry{closed().version}"), Refusal("err.second_closes")),
    (weighed(), commands.Countersign(f"entry{weighed().version}"), Refusal("err.second_weighs")),
    (taken(), commands.Countersign("entry1"), Refusal("err.old")),
)
ENDED: tuple[Row, ...] = tuple(
    (case, command, Refusal("err.closed"))
    for case in (closed(), withdrawn())
    for command in (
        *(CONTACT, AFTERCARE, MOVES, MOVE_HANDLED),
        *(HAND_OVER, NAME_FOLLOWER, ANSWER_FOLLOWER),
    )
)
AFTER: tuple[Row, ...] = (*CARING, *MOVING, *HANDS, *ENDING, *ENDED)
