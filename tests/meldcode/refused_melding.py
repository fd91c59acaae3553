"""What is asked in vain about help and a melding: (case, command, refusal) each."""

from dataclasses import replace

from meldcode import commands
from meldcode.choices import Answer, Decision
from meldcode.choices_melding import AnonymityGround, Argued, ChildHeard, Informing, Unknown
from meldcode.refusal import Refusal
from tests.builders import (
    ANSWERS,
    CLOSE,
    SAFE,
    TOGETHER,
    UNSAFE,
    WEIGH,
    answered,
    closed,
    decided,
    decision,
    play,
    taken,
    weighed,
    withdrawn,
)
from tests.builders_melding import (
    CHASE,
    CLAIM,
    FAILS,
    FEEDBACK,
    HELP,
    JGZ,
    LIFT,
    PARTLY,
    PLAN,
    REPORT,
    TOLD,
    WEIGH_AGAIN,
    WORKS,
    anonymous,
    helped,
    planned,
    reported,
)
from tests.meldcode.refused import BLANK, FAR, LONG, TOMORROW, YESTERDAY, Row
from tests.school import TEACHER, TODAY

NOBODY = replace(PLAN, reporter=None)
ANONYMOUS = Refusal("err.anonymous_informs", "parents_by")
ARGUMENT = CLAIM.argued[0]

WEIGHED_ANEW: tuple[Row, ...] = (
    (weighed(), WEIGH, Refusal("err.date", "on")),
    (answered(*UNSAFE), replace(WEIGH_AGAIN, on=None), Refusal("err.date", "on")),
    (answered(*UNSAFE), replace(WEIGH_AGAIN, on=TOMORROW), Refusal("err.future", "on")),
    (answered(*UNSAFE), replace(WEIGH_AGAIN, again=None), Refusal("err.why_again", "again")),
    (answered(*UNSAFE), replace(WEIGH_AGAIN, again=BLANK), Refusal("err.why_again", "again")),
    (answered(*UNSAFE), replace(WEIGH_AGAIN, again=LONG), Refusal("err.long", "again")),
    (
        answered(*UNSAFE),
        replace(WEIGH_AGAIN, present=TOGETHER[:1]),
        Refusal("err.together", "present"),
    ),
    (play(answered(*UNSAFE), WEIGH_AGAIN), CLOSE, Refusal("err.decide_again")),
    (play(decided(Decision.HELP), WEIGH_AGAIN), CLOSE, Refusal("err.decide_again")),
)
HELPING: tuple[Row, ...] = (
    (answered(*UNSAFE), HELP, Refusal("err.melding_first")),
    (answered(Answer.YES, Answer.DOUBT), HELP, Refusal("err.melding_first")),
    (answered(Answer.YES, Answer.NO, Answer.NO), HELP, Refusal("err.melding_first")),
    (taken(), replace(HELP, what=""), Refusal("err.help_what", "what")),
    (taken(), replace(HELP, what=LONG), Refusal("err.long", "what")),
    (taken(), replace(HELP, until=YESTERDAY), Refusal("err.past", "until")),
    (taken(), replace(HELP, until=FAR), Refusal("err.far", "until")),
    (taken(), replace(HELP, goals=BLANK), Refusal("err.goals", "goals")),
    (taken(), replace(HELP, manager=None), Refusal("err.manager", "manager")),
    (
        taken(),
        replace(HELP, manager=None, manager_other=BLANK),
        Refusal("err.manager", "manager"),
    ),
    (taken(), replace(HELP, manager_other=LONG), Refusal("err.long", "manager_other")),
    (taken(), replace(HELP, advice=LONG), Refusal("err.long", "advice")),
    (helped(), replace(WORKS, help="unknown"), Refusal("err.old")),
    (play(helped(), WORKS), FAILS, Refusal("err.old")),
    (helped(), replace(FAILS, text=""), Refusal("err.effect", "text")),
    (helped(), replace(PARTLY, until=YESTERDAY), Refusal("err.past", "until")),
    (
        play(taken(), replace(HELP, until=TODAY)),
        PARTLY,
        Refusal("err.new_term", "until"),
    ),
    (helped(), CLOSE, Refusal("err.help_open")),
    (play(helped(), PARTLY), CLOSE, Refusal("err.help_open")),
    (play(helped(), FAILS), CLOSE, Refusal("err.must_report")),
    (
        play(helped(), FAILS),
        decision(Decision.HELP),
        Refusal("err.not_open", "decision"),
    ),
)
PLANNING: tuple[Row, ...] = (
    (taken(), NOBODY, Refusal("err.who_reports", "reporter")),
    (taken(), replace(NOBODY, reporter_other=BLANK), Refusal("err.who_reports", "reporter")),
    (taken(), replace(NOBODY, reporter_other=LONG), Refusal("err.long", "reporter_other")),
    (taken(), replace(PLAN, trust=""), Refusal("err.trust", "trust")),
    (taken(), replace(PLAN, parents_by=None), Refusal("err.who_informs", "parents_by")),
    (
        taken(),
        replace(PLAN, parents=Informing.INFORMED, parents_by=None),
        Refusal("err.who_informs", "parents_by"),
    ),
    (
        taken(),
        replace(PLAN, parents=Informing.INFORMED),
        Refusal("err.why_parents", "parents_reason"),
    ),
    (
        taken(),
        replace(PLAN, parents=Informing.NOT, parents_by=None, parents_reason=BLANK),
        Refusal("err.why_parents", "parents_reason"),
    ),
    (taken(), replace(PLAN, parents_reason=LONG), Refusal("err.long", "parents_reason")),
    (taken(), replace(PLAN, child=ChildHeard.NOT), Refusal("err.why_child", "child_reason")),
    (taken(), replace(PLAN, child_reason=LONG), Refusal("err.long", "child_reason")),
    (anonymous(), replace(PLAN, parents_by=TEACHER.id), ANONYMOUS),
    (anonymous(), replace(PLAN, parents_by=JGZ.id), ANONYMOUS),
)
ANONYMITY: tuple[Row, ...] = (
    (planned(), replace(CLAIM, argued=()), Refusal("err.ground", "children")),
    *(
        (
            planned(),
            replace(CLAIM, argued=(Argued(ground, BLANK),)),
            Refusal("err.ground", ground.value),
        )
        for ground in AnonymityGround
    ),
    (
        planned(),
        replace(CLAIM, argued=(ARGUMENT, Argued(AnonymityGround.TRUST, LONG))),
        Refusal("err.long", "trust"),
    ),
    (planned(replace(PLAN, parents_by=TEACHER.id)), CLAIM, ANONYMOUS),
    (planned(replace(PLAN, parents_by=JGZ.id)), CLAIM, ANONYMOUS),
    (planned(), replace(CLAIM, parents_by=JGZ.id), ANONYMOUS),
    (
        planned(replace(PLAN, parents_by=TEACHER.id)),
        replace(CLAIM, unknown=Unknown.SIGNALLER),
        ANONYMOUS,
    ),
    (planned(), LIFT, Refusal("err.not_anonymous")),
    (anonymous(), replace(LIFT, reason=""), Refusal("err.why", "reason")),
    (
        play(answered(*ANSWERS[Decision.MELDING]), CLAIM),
        replace(decision(Decision.MELDING), informs_parents=TEACHER.id),
        Refusal("err.anonymous_informs", "informs_parents"),
    ),
    (
        play(answered(*SAFE), PLAN, CLAIM),
        replace(decision(Decision.HELP), informs_parents=JGZ.id),
        Refusal("err.anonymous_informs", "informs_parents"),
    ),
    (anonymous(), replace(TOLD, by=JGZ.id), Refusal("err.anonymous_informs", "by")),
)
REPORTING: tuple[Row, ...] = (
    (taken(), TOLD, Refusal("err.plan_first")),
    (planned(), replace(TOLD, on=TOMORROW), Refusal("err.future", "on")),
    (planned(), replace(TOLD, by=""), Refusal("err.who_informs", "by")),
    (planned(), replace(TOLD, reaction=BLANK), Refusal("err.talk", "reaction")),
    (taken(), REPORT, Refusal("err.plan_first")),
    (planned(), replace(REPORT, on=TOMORROW), Refusal("err.future", "on")),
    (planned(), replace(REPORT, contact=""), Refusal("err.adviser", "contact")),
    (planned(), replace(REPORT, reference=LONG), Refusal("err.long", "reference")),
    (planned(), FEEDBACK, Refusal("err.not_reported")),
    (planned(), CHASE, Refusal("err.not_reported")),
    (reported(), replace(FEEDBACK, on=TOMORROW), Refusal("err.future", "on")),
    (reported(), replace(FEEDBACK, text=""), Refusal("err.talk", "text")),
    (reported(), replace(FEEDBACK, next_by=YESTERDAY), Refusal("err.past", "next_by")),
    (reported(), replace(CHASE, on=TOMORROW), Refusal("err.future", "on")),
    (reported(), replace(CHASE, text=BLANK), Refusal("err.talk", "text")),
    (reported(), replace(CHASE, next_by=FAR), Refusal("err.far", "next_by")),
    (planned(), CLOSE, Refusal("err.report_first")),
    (reported(), CLOSE, Refusal("err.feedback_open")),
    (play(reported(), CHASE), CLOSE, Refusal("err.feedback_open")),
)
COMMANDS: tuple[commands.Command, ...] = (
    *(HELP, WORKS, PLAN, CLAIM, LIFT, TOLD, REPORT, FEEDBACK, CHASE),
)
ENDED: tuple[Row, ...] = tuple(
    (case, command, Refusal("err.closed"))
    for case in (closed(), withdrawn())
    for command in COMMANDS
)
ABOUT_MELDING: tuple[Row, ...] = (
    *(*WEIGHED_ANEW, *HELPING, *PLANNING, *ANONYMITY, *REPORTING, *ENDED),
)
