"""What is asked in vain about talks: (case, command, refusal) each."""

from dataclasses import replace
from datetime import time

from meldcode import commands
from meldcode.choices import TalkWith
from meldcode.choices_talks import NotHeld
from meldcode.refusal import Refusal
from meldcode.rules.parents import MOST
from tests.builders import NO_TALK, PARENT, PLAN, TALK, closed, play, taken
from tests.meldcode.refused import BLANK, FAR, LONG, TOMORROW, YESTERDAY, Row
from tests.school import OKA, TEACHER

WITH_ONE = replace(TALK, with_whom=TalkWith.ONE_PARENT)
OTHER = replace(NO_TALK, reason=NotHeld.OTHER)

FULL = play(taken(), *(replace(PARENT, parent=f"p{number}") for number in range(MOST)))

TALKS: tuple[Row, ...] = (
    (taken(), replace(PARENT, who=BLANK), Refusal("err.parent", "who")),
    (taken(), replace(PARENT, reason=None), Refusal("err.why", "reason")),
    (FULL, PARENT, Refusal("err.parents_full", "who")),
    (closed(), PARENT, Refusal("err.closed")),
    (taken(), replace(PLAN, on=YESTERDAY), Refusal("err.past", "on")),
    (taken(), replace(PLAN, on=FAR), Refusal("err.far", "on")),
    (taken(), replace(PLAN, at=time(10, 59)), Refusal("err.past_time", "at")),
    (taken(), replace(PLAN, leads=""), Refusal("err.leads", "leads")),
    (taken(), replace(PLAN, colleague=TEACHER.id), Refusal("err.same_colleague", "colleague")),
    (taken(), replace(PLAN, near=TEACHER.id), Refusal("err.near", "near")),
    (taken(), replace(PLAN, colleague=OKA.id, near=OKA.id), Refusal("err.near", "near")),
    (taken(), replace(PLAN, sees_child=LONG), Refusal("err.long", "sees_child")),
    (taken(), replace(TALK, on=TOMORROW), Refusal("err.future", "on")),
    *(
        (
            play(taken(), PARENT),
            replace(WITH_ONE, parent=one),
            Refusal("err.which_parent", "parent"),
        )
        for one in (None, "unknown")
    ),
    (taken(), replace(TALK, named=LONG), Refusal("err.long", "named")),
    (taken(), replace(TALK, tried=LONG), Refusal("err.long", "tried")),
    (taken(), replace(TALK, child_words=LONG), Refusal("err.long", "child_words")),
    (taken(), replace(NO_TALK, words=LONG), Refusal("err.long", "words")),
    *((taken(), replace(OTHER, words=none), Refusal("err.why", "words")) for none in (None, BLANK)),
    (taken(), commands.ComeOut("unknown"), Refusal("err.old")),
    (
        play(taken(), replace(PLAN, on=TOMORROW)),
        commands.ComeOut(PLAN.talk),
        Refusal("err.talk_ahead"),
    ),
    *(
        (closed(), command, Refusal("err.closed"))
        for command in (PLAN, NO_TALK, commands.ComeOut(PLAN.talk))
    ),
)
