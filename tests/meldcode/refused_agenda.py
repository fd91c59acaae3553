"""What is asked in vain about agenda items that wait: (case, command, refusal) each."""

from dataclasses import replace

from meldcode.case import Case
from meldcode.choices import ItemKind, Urgency
from meldcode.refusal import Refusal
from tests.builders import (
    MOVE_ITEM,
    OUTCOME,
    SCHEDULE,
    SIGNAL,
    TAKE_OFF,
    UNSAFE,
    answered,
    on_agenda,
    play,
    put_off,
    raised,
    taken,
)
from tests.meldcode.refused import BLANK, FAR, LONG, YESTERDAY, Row

UNINFORMED = replace(SCHEDULE, parents_informed=False)
EVALUATE = replace(SCHEDULE, item="second", kind=ItemKind.EVALUATION)
WHY_NOT = Refusal("err.why_not_informed", "not_informed")
LATE = Refusal("err.put_off", "meeting")


def acute() -> Case:
    return play(raised(replace(SIGNAL, urgency=Urgency.NOW)), SCHEDULE)


def unsafe() -> Case:
    return play(answered(*UNSAFE), replace(SCHEDULE, item="again"))


SCHEDULING: tuple[Row, ...] = (
    (on_agenda(), replace(SCHEDULE, item="second"), Refusal("err.still_open", "meeting")),
    (
        on_agenda(),
        replace(SCHEDULE, item="second", meeting="next"),
        Refusal("err.still_open", "meeting"),
    ),
    (on_agenda(), EVALUATE, Refusal("err.scheduled", "meeting")),
    (taken(), UNINFORMED, WHY_NOT),
    (taken(), replace(UNINFORMED, not_informed=BLANK), WHY_NOT),
    (taken(), replace(UNINFORMED, not_informed=LONG), Refusal("err.long", "not_informed")),
    (taken(), replace(SCHEDULE, not_informed=LONG), Refusal("err.long", "not_informed")),
)
MOVING: tuple[Row, ...] = (
    (taken(), MOVE_ITEM, Refusal("err.meeting")),
    (play(on_agenda(), OUTCOME), MOVE_ITEM, Refusal("err.handled")),
    (play(on_agenda(), TAKE_OFF), MOVE_ITEM, Refusal("err.taken_off")),
    (on_agenda(), replace(MOVE_ITEM, meeting_on=None), Refusal("err.meeting", "meeting")),
    (on_agenda(), replace(MOVE_ITEM, meeting_on=YESTERDAY), Refusal("err.past", "meeting")),
    (on_agenda(), replace(MOVE_ITEM, meeting_on=FAR), Refusal("err.far", "meeting")),
    (on_agenda(), replace(MOVE_ITEM, meeting="meeting"), Refusal("err.scheduled", "meeting")),
    (
        play(put_off(1), EVALUATE),
        replace(MOVE_ITEM, meeting="meeting"),
        Refusal("err.scheduled", "meeting"),
    ),
    (on_agenda(), replace(MOVE_ITEM, reason=LONG), Refusal("err.long", "reason")),
    (acute(), MOVE_ITEM, LATE),
    (unsafe(), replace(MOVE_ITEM, item="again"), LATE),
)
TAKING_OFF: tuple[Row, ...] = (
    (taken(), TAKE_OFF, Refusal("err.meeting")),
    (play(on_agenda(), OUTCOME), TAKE_OFF, Refusal("err.handled")),
    (play(on_agenda(), TAKE_OFF), TAKE_OFF, Refusal("err.taken_off")),
    (play(on_agenda(), TAKE_OFF), OUTCOME, Refusal("err.taken_off")),
    (on_agenda(), replace(TAKE_OFF, reason=BLANK), Refusal("err.why", "reason")),
    (on_agenda(), replace(TAKE_OFF, reason=LONG), Refusal("err.long", "reason")),
)
AGENDA: tuple[Row, ...] = (*SCHEDULING, *MOVING, *TAKING_OFF)
