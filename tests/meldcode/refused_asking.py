"""What is asked in vain when others are consulted: (case, command, refusal) each."""

from dataclasses import replace
from datetime import date

from meldcode import commands
from meldcode.refusal import Refusal
from tests.builders import (
    CONSULT,
    DISCUSSION,
    NOT_OBSERVED,
    OBSERVE,
    OBSERVED,
    SHARED,
    SHEET,
    closed,
    play,
    taken,
)
from tests.meldcode.refused import BLANK, FAR, LONG, TOMORROW, YESTERDAY, Row
from tests.school import INTERN_BEGELEIDER, TEACHER

SATURDAY = date(2026, 11, 7)
NO_NAMES = Refusal("err.name_in_text", "question")
ANSWER = commands.AnswerConsult(CONSULT.consult, "Hungry.")

ASKING: tuple[Row, ...] = (
    (taken(), replace(CONSULT, person=""), Refusal("err.colleague", "person")),
    (taken(), replace(CONSULT, person=INTERN_BEGELEIDER.id), Refusal("err.ask_self", "person")),
    (taken(), replace(CONSULT, person=TEACHER.id), Refusal("err.ask_raiser", "person")),
    (
        play(taken(), CONSULT),
        replace(CONSULT, consult="second"),
        Refusal("err.asked_already", "person"),
    ),
    (taken(), replace(CONSULT, question=BLANK), Refusal("err.text", "question")),
    (taken(), replace(CONSULT, question=LONG), Refusal("err.long", "question")),
    *(
        (taken(), replace(CONSULT, question=text), NO_NAMES)
        for text in ("How was Sam?", "how was sam", "SAM?", "Sam's lunch")
    ),
    (taken(), replace(SHARED, name=BLANK), Refusal("err.name", "name")),
    (taken(), replace(SHARED, name=LONG), Refusal("err.long", "name")),
    *(
        (taken(), replace(SHARED, reason=none), Refusal("err.share_why", "reason"))
        for none in (None, BLANK)
    ),
    (taken(), replace(SHARED, reason=LONG), Refusal("err.long", "reason")),
    (taken(), replace(SHARED, parents_know=None), Refusal("err.parents_know", "parents_know")),
    *(
        (taken(), replace(SHARED, because=none), Refusal("err.parents_because", "because"))
        for none in (None, BLANK)
    ),
    (taken(), replace(SHARED, because=LONG), Refusal("err.long", "because")),
    (taken(), commands.WithdrawConsult("unknown"), Refusal("err.old")),
    (taken(), ANSWER, Refusal("err.old")),
    (taken(), commands.DeclineConsult(CONSULT.consult), Refusal("err.old")),
)
OBSERVING: tuple[Row, ...] = (
    (taken(), replace(OBSERVE, observer=""), Refusal("err.observer", "observer")),
    (taken(), replace(OBSERVE, on=YESTERDAY), Refusal("err.past", "on")),
    (taken(), replace(OBSERVE, on=FAR), Refusal("err.far", "on")),
    (taken(), replace(OBSERVE, on=SATURDAY), Refusal("err.no_school", "on")),
    (taken(), replace(OBSERVED, on=TOMORROW), Refusal("err.future", "on")),
    (taken(), replace(OBSERVED, text=""), Refusal("err.empty", "text")),
    (taken(), replace(OBSERVED, text=LONG), Refusal("err.long", "text")),
    (taken(), NOT_OBSERVED, Refusal("err.old")),
    (play(taken(), OBSERVE), replace(NOT_OBSERVED, reason=BLANK), Refusal("err.why", "reason")),
    (taken(), replace(DISCUSSION, on=TOMORROW), Refusal("err.future", "on")),
    (taken(), replace(DISCUSSION, present=()), Refusal("err.who_present", "present")),
    (taken(), replace(DISCUSSION, text=""), Refusal("err.empty", "text")),
    (taken(), replace(SHEET, seen=BLANK), Refusal("err.empty", "seen")),
    (taken(), replace(SHEET, question=""), Refusal("err.text", "question")),
    (taken(), replace(SHEET, since=LONG), Refusal("err.long", "since")),
    (taken(), replace(SHEET, safe=LONG), Refusal("err.long", "safe")),
    (taken(), replace(SHEET, seen="Sam is hungry."), Refusal("err.no_names", "seen")),
    (taken(), replace(SHEET, since="Since sam came."), Refusal("err.no_names", "since")),
    (taken(), replace(SHEET, safe="Not Sam"), Refusal("err.no_names", "safe")),
    (taken(), replace(SHEET, question="And Sam?"), Refusal("err.no_names", "question")),
    *(
        (closed(), command, Refusal("err.closed"))
        for command in (
            *(CONSULT, ANSWER, OBSERVE, OBSERVED, NOT_OBSERVED, DISCUSSION, SHEET),
            commands.DeclineConsult(CONSULT.consult),
            commands.WithdrawConsult(CONSULT.consult),
        )
    ),
)
