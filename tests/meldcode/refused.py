"""What is asked in vain along the route up to the weighing: (case, command, refusal) each."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from meldcode import commands
from meldcode.case import Case
from meldcode.choices import Present
from meldcode.commands import Command
from meldcode.people import PartnerRole, Role
from meldcode.refusal import Refusal
from tests.builders import (
    ADVICE,
    AGREEMENT,
    APPROACH,
    CORRECT,
    INJURY,
    LINK,
    MARK,
    OUTCOME,
    SCHEDULE,
    SIGNAL,
    TALK,
    TOGETHER,
    UNLINK,
    WEIGH,
    new,
    on_agenda,
    play,
    raised,
    taken,
    weighed,
)
from tests.school import POLICY, TODAY

Row = tuple[Case, Command, Refusal]

BLANK = " \n\t "
LONG = "x" * (POLICY.text_limit + 1)
YESTERDAY, TOMORROW = TODAY - timedelta(1), TODAY + timedelta(1)
FAR = TODAY + timedelta(367)
IB, OKA = TOGETHER
UNINVITED = replace(SCHEDULE, parents_invited=False)

JGZ: dict[str, Any] = {"partners": "E.", "partner_roles": (PartnerRole.JGZ,)}

STEP_1: tuple[Row, ...] = (
    (new(), replace(SIGNAL, text=""), Refusal("err.empty", "text")),
    (new(), replace(SIGNAL, text=BLANK), Refusal("err.empty", "text")),
    (new(), replace(SIGNAL, text=LONG), Refusal("err.long", "text")),
    (new(), replace(SIGNAL, child=LONG), Refusal("err.long", "child")),
    (raised(), SIGNAL, Refusal("err.old")),
    (play(raised(), commands.ReadSignal()), commands.WithdrawSignal(), Refusal("err.withdraw")),
    (play(raised(), TALK), commands.WithdrawSignal(), Refusal("err.withdraw")),
    (raised(), commands.AddObservation(BLANK), Refusal("err.empty", "text")),
    (raised(), commands.AddObservation(LONG), Refusal("err.long", "text")),
    (raised(), commands.AddObservation("More.", on=TOMORROW), Refusal("err.future", "on")),
    (raised(), replace(INJURY, on=TOMORROW), Refusal("err.future", "on")),
    (raised(), replace(INJURY, places=()), Refusal("err.body_place", "places")),
    (raised(), replace(INJURY, what=BLANK), Refusal("err.empty", "what")),
    (raised(), replace(INJURY, what=LONG), Refusal("err.long", "what")),
    (raised(), replace(INJURY, size=LONG), Refusal("err.long", "size")),
    (raised(), replace(INJURY, colour=LONG), Refusal("err.long", "colour")),
    (raised(), replace(INJURY, since=LONG), Refusal("err.long", "since")),
    (raised(), replace(INJURY, child_words=LONG), Refusal("err.long", "child_words")),
    (taken(), replace(MARK, on=TOMORROW), Refusal("err.future", "on")),
    *((taken(), replace(MARK, seq=n), Refusal("err.not_markable", "entry")) for n in (0, 2, 9)),
    (taken(), commands.NameChild(BLANK), Refusal("err.child", "child")),
    (taken(), commands.NameChild(LONG), Refusal("err.long", "child")),
)
RECORD: tuple[Row, ...] = (
    (taken(), replace(CORRECT, text=BLANK), Refusal("err.text", "text")),
    (taken(), replace(CORRECT, text=LONG), Refusal("err.long", "text")),
    (taken(), replace(CORRECT, reason=""), Refusal("err.why", "reason")),
    (taken(), replace(CORRECT, reason=LONG), Refusal("err.long", "reason")),
    *((taken(), replace(LINK, other=n), Refusal("err.no_such_case", "code")) for n in ("", "case")),
    (taken(), UNLINK, Refusal("err.not_linked", "code")),
    (play(taken(), LINK), replace(UNLINK, reason=BLANK), Refusal("err.why", "reason")),
    (play(taken(), LINK), replace(UNLINK, reason=LONG), Refusal("err.long", "reason")),
    *(
        (weighed(), replace(CORRECT, seq=n), Refusal("err.not_correctable", "entry"))
        for n in (0, 2, 3, 6, 7)
    ),
)
STEPS_2_AND_3: tuple[Row, ...] = (
    (taken(), commands.Write(""), Refusal("err.empty", "text")),
    (taken(), commands.Write(LONG), Refusal("err.long", "text")),
    (taken(), replace(TALK, on=TOMORROW), Refusal("err.future", "on")),
    (taken(), replace(TALK, report=""), Refusal("err.empty", "report")),
    (taken(), replace(TALK, report=LONG), Refusal("err.long", "report")),
    (taken(), replace(ADVICE, on=TOMORROW), Refusal("err.future", "on")),
    (taken(), replace(ADVICE, adviser=BLANK), Refusal("err.empty", "adviser")),
    (taken(), replace(ADVICE, advice=""), Refusal("err.empty", "advice")),
    (taken(), replace(ADVICE, advice=LONG), Refusal("err.long", "advice")),
    (taken(), replace(ADVICE, follow_up=LONG), Refusal("err.long", "follow_up")),
)
ZBO: tuple[Row, ...] = (
    (taken(), replace(SCHEDULE, meeting_on=None), Refusal("err.meeting", "meeting")),
    (taken(), replace(SCHEDULE, meeting_on=YESTERDAY), Refusal("err.past", "meeting")),
    (taken(), replace(SCHEDULE, meeting_on=FAR), Refusal("err.far", "meeting")),
    (on_agenda(), replace(SCHEDULE, meeting="next"), Refusal("err.scheduled", "meeting")),
    (taken(), replace(SCHEDULE, question=BLANK), Refusal("err.question", "question")),
    (taken(), replace(SCHEDULE, question=LONG), Refusal("err.long", "question")),
    (taken(), UNINVITED, Refusal("err.why_not_invited", "parents_reason")),
    (
        taken(),
        replace(UNINVITED, parents_reason=BLANK),
        Refusal("err.why_not_invited", "parents_reason"),
    ),
    (taken(), replace(UNINVITED, parents_reason=LONG), Refusal("err.long", "parents_reason")),
    (taken(), replace(SCHEDULE, parents_reason=LONG), Refusal("err.long", "parents_reason")),
    (on_agenda(), replace(OUTCOME, item="unknown"), Refusal("err.meeting")),
    (play(on_agenda(), OUTCOME), OUTCOME, Refusal("err.handled")),
    (on_agenda(), replace(OUTCOME, outcome=""), Refusal("err.empty", "outcome")),
    (on_agenda(), replace(OUTCOME, outcome=LONG), Refusal("err.long", "outcome")),
    (on_agenda(), replace(OUTCOME, partners="E."), Refusal("err.partner_role", "partner_roles")),
    (on_agenda(), replace(OUTCOME, child=LONG), Refusal("err.long", "child")),
    (on_agenda(), replace(OUTCOME, parents=LONG), Refusal("err.long", "parents")),
    (on_agenda(), replace(OUTCOME, teacher=LONG), Refusal("err.long", "teacher")),
    (on_agenda(), replace(OUTCOME, not_informing=LONG), Refusal("err.long", "not_informing")),
    (on_agenda(), replace(OUTCOME, parents_absent=LONG), Refusal("err.long", "parents_absent")),
    (
        on_agenda(),
        replace(APPROACH, parents_absent=" "),
        Refusal("err.why_absent", "parents_absent"),
    ),
    (on_agenda(), replace(APPROACH, informs_by=None), Refusal("err.date", "informs_by")),
    (on_agenda(), replace(APPROACH, informs_by=YESTERDAY), Refusal("err.past", "informs_by")),
    (on_agenda(), replace(APPROACH, informs_by=FAR), Refusal("err.far", "informs_by")),
    (taken(), replace(AGREEMENT, what=""), Refusal("err.empty", "what")),
    (taken(), replace(AGREEMENT, what=LONG), Refusal("err.long", "what")),
    (taken(), replace(AGREEMENT, owner=""), Refusal("err.owner", "owner")),
    (taken(), replace(AGREEMENT, due=YESTERDAY), Refusal("err.past", "due")),
    (taken(), replace(AGREEMENT, due=FAR), Refusal("err.far", "due")),
    (taken(), commands.KeepAgreement("unknown"), Refusal("err.old")),
)
STEP_4: tuple[Row, ...] = (
    *(
        (taken(), replace(WEIGH, present=present), Refusal("err.together", "present"))
        for present in (
            (),
            (IB,),
            (IB, IB),
            (IB, replace(IB, role=Role.OKA)),
            (IB, replace(OKA, role=IB.role)),
            (IB, Present("", Role.OKA)),
            (IB, replace(OKA, role=Role.ADMIN)),
            (IB, Present(OKA.person, "")),
        )
    ),
    (taken(), replace(WEIGH, present=(IB,), **JGZ), Refusal("err.together", "present")),
    (taken(), replace(WEIGH, **JGZ | {"partners": BLANK}), Refusal("err.partner_name", "partners")),
    (taken(), replace(WEIGH, partners="E."), Refusal("err.partner_role", "partner_roles")),
    (taken(), replace(WEIGH, **JGZ | {"partners": LONG}), Refusal("err.long", "partners")),
    (taken(), replace(WEIGH, risks=""), Refusal("err.empty", "risks")),
    (taken(), replace(WEIGH, risks=LONG), Refusal("err.long", "risks")),
    (taken(), replace(WEIGH, risks_long=LONG), Refusal("err.long", "risks_long")),
    (taken(), replace(WEIGH, reason=BLANK), Refusal("err.why", "reason")),
    (taken(), replace(WEIGH, reason=LONG), Refusal("err.long", "reason")),
)
UP_TO_WEIGHING: tuple[Row, ...] = (*STEP_1, *RECORD, *STEPS_2_AND_3, *ZBO, *STEP_4)
