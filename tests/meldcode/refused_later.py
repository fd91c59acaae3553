"""What is asked in vain from the five questions on: (case, command, refusal) each."""

from dataclasses import replace

from meldcode import commands
from meldcode.case import Case
from meldcode.choices import Answer, Decision
from meldcode.refusal import Refusal
from tests.builders import (
    ADVICE,
    AGREEMENT,
    CLOSE,
    CORRECT,
    FOLLOW,
    FORMS,
    INJURY,
    LINK,
    MARK,
    MOVE_ITEM,
    NOTE,
    OUTCOME,
    PLAN,
    REOPEN,
    SAFE,
    SCHEDULE,
    TAKE_OFF,
    TALK,
    UNLINK,
    UNSAFE,
    WEIGH,
    answer,
    answered,
    closed,
    decided,
    decision,
    on_agenda,
    play,
    taken,
    weighed,
    withdrawn,
)
from tests.meldcode.refused import BLANK, FAR, IB, LONG, YESTERDAY, Row

YES, NO, DOUBT = Answer.YES, Answer.NO, Answer.DOUBT
HELP, MELDING = decision(Decision.HELP), decision(Decision.MELDING)
UNHEARD = replace(HELP, informs_parents=None)
MUST_REPORT = Refusal("err.must_report", "decision")
NOT_OPEN = Refusal("err.not_open", "decision")

QUESTIONS: tuple[Row, ...] = (
    (taken(), answer(1, YES), Refusal("err.weigh_first")),
    (weighed(), answer(2, YES), Refusal("err.order")),
    (weighed(), answer(0, YES), Refusal("err.order")),
    (answered(YES), answer(1, YES), Refusal("err.order")),
    (answered(YES), answer(3, YES), Refusal("err.order")),
    (answered(NO), answer(2, YES), Refusal("err.order")),
    (answered(*SAFE), answer(6, YES), Refusal("err.order")),
    *(
        (answered(*SAFE[: n - 1]), answer(n, DOUBT), Refusal("err.yes_or_no", "answer"))
        for n in (3, 4, 5)
    ),
    (weighed(), replace(answer(1, YES), reason=""), Refusal("err.why", "reason")),
    (weighed(), replace(answer(1, YES), reason=LONG), Refusal("err.long", "reason")),
)
STEP_5: tuple[Row, ...] = (
    (weighed(), HELP, Refusal("err.questions_first")),
    (answered(YES), HELP, Refusal("err.questions_first")),
    (answered(*SAFE[:4]), HELP, Refusal("err.questions_first")),
    (answered(YES, YES), HELP, MUST_REPORT),
    (answered(YES, DOUBT), HELP, MUST_REPORT),
    (answered(DOUBT, DOUBT), HELP, MUST_REPORT),
    (answered(YES, YES, YES, YES, YES), HELP, MUST_REPORT),
    (answered(YES, DOUBT), decision(Decision.NO_SUSPICION), MUST_REPORT),
    *((answered(YES, NO, *rest), HELP, NOT_OPEN) for rest in ((NO,), (YES, NO), (YES, YES, NO))),
    (answered(*SAFE), MELDING, NOT_OPEN),
    (answered(NO), HELP, NOT_OPEN),
    (answered(*UNSAFE), replace(MELDING, reporter=None), Refusal("err.who_reports", "reporter")),
    (answered(*SAFE), UNHEARD, Refusal("err.who_informs", "informs_parents")),
    (
        answered(*SAFE),
        replace(UNHEARD, not_informing=BLANK),
        Refusal("err.who_informs", "informs_parents"),
    ),
    (answered(*SAFE), replace(HELP, not_informing=LONG), Refusal("err.long", "not_informing")),
    (answered(*SAFE), replace(HELP, present=(IB,)), Refusal("err.together", "present")),
    (answered(*SAFE), replace(HELP, partners="E."), Refusal("err.partner_role", "partner_roles")),
    (answered(*SAFE), replace(HELP, reason=""), Refusal("err.why", "reason")),
    (answered(*SAFE), replace(HELP, reason=LONG), Refusal("err.long", "reason")),
)


def snoozed(times: int) -> Case:
    return play(decided(), *(commands.Snooze(1) for _ in range(times)))


STEP_6: tuple[Row, ...] = (
    *((taken(), replace(FOLLOW, rhythm=n), Refusal("err.rhythm", "rhythm")) for n in (-1, 0, 101)),
    (taken(), replace(FOLLOW, first=YESTERDAY), Refusal("err.past", "first")),
    (taken(), replace(FOLLOW, first=FAR), Refusal("err.far", "first")),
    (taken(), NOTE, Refusal("err.not_following")),
    (decided(), replace(NOTE, text=LONG), Refusal("err.long", "text")),
    (taken(), commands.Snooze(1), Refusal("err.not_following")),
    *((decided(), commands.Snooze(n), Refusal("err.snooze_long", "days")) for n in (-1, 0, 11)),
    (decided(), commands.Snooze(1, LONG), Refusal("err.long", "reason")),
    (snoozed(3), commands.Snooze(1), Refusal("nud.snooze.why", "reason")),
    (snoozed(3), commands.Snooze(1, BLANK), Refusal("nud.snooze.why", "reason")),
    (play(decided(), AGREEMENT), CLOSE, Refusal("err.agreements_open")),
    (on_agenda(), CLOSE, Refusal("err.items_open")),
    (play(taken(), PLAN), CLOSE, Refusal("err.talks_open")),
    *((answered(YES, given), CLOSE, Refusal("err.must_report")) for given in (YES, DOUBT)),
    (answered(YES, NO, NO), CLOSE, Refusal("err.must_report")),
    (decided(), replace(CLOSE, reason=BLANK), Refusal("err.why_close", "reason")),
    (decided(), replace(CLOSE, reason=LONG), Refusal("err.long", "reason")),
    (taken(), REOPEN, Refusal("err.not_closed")),
    (withdrawn(), REOPEN, Refusal("err.not_closed")),
    (closed(), replace(REOPEN, reason=""), Refusal("err.why", "reason")),
)
ENDED: tuple[Row, ...] = tuple(
    (case, command, Refusal("err.closed"))
    for case in (closed(), withdrawn())
    for command in (
        *(commands.WithdrawSignal(), commands.TakeCase(), commands.Write("?"), TALK, FORMS),
        *(MOVE_ITEM, TAKE_OFF),
        ADVICE,
        *(MARK, commands.NameChild("Sam Z."), commands.TellInPerson(told=True), CORRECT),
        *(LINK, UNLINK),
        *(commands.AddObservation("More."), INJURY, SCHEDULE, OUTCOME, WEIGH, answer(1, YES), HELP),
        *(AGREEMENT, commands.KeepAgreement("agreement"), FOLLOW, NOTE, commands.Snooze(1), CLOSE),
    )
)
FROM_QUESTIONS_ON: tuple[Row, ...] = (*QUESTIONS, *STEP_5, *STEP_6, *ENDED)
