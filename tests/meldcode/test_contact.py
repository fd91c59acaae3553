from dataclasses import replace
from datetime import timedelta

import pytest

from meldcode import commands
from meldcode.asks import Ask, still_asked
from meldcode.case import Case
from meldcode.choices import CareFor, Decision, TalkWith
from meldcode.commands import Command
from meldcode.contact import awaited
from tests.builders import (
    ANSWERS,
    APPROACH,
    FOLLOW,
    NO_TALK,
    NOTE,
    OUTCOME,
    SCHEDULE,
    TALK,
    WEIGH,
    answered,
    decision,
    play,
    taken,
)
from tests.builders_melding import HELP, PLAN, REPORT, STILL_DONE, TOLD, WORKS, reported
from tests.school import TODAY

TALKED = play(taken(), TALK)
SAFE_PLAN = replace(PLAN, parents_reason="It is not safe.")
WITH_CHILD = replace(TALK, with_whom=TalkWith.CHILD)
NOT_INFORMED = replace(decision(Decision.NO_SUSPICION), not_informing="It is not safe.")


@pytest.mark.parametrize(
    "steps",
    [(SCHEDULE, OUTCOME), (WEIGH,), (HELP,), (PLAN, REPORT)],
    ids=["discussed", "weighed", "helped", "reported"],
)
def test_each_step_opens_the_question_anew(steps: tuple[Command, ...]) -> None:
    """The parents were spoken to before, and hear what came of each step after it."""
    after = play(TALKED, *steps)

    assert Ask.AGAIN not in still_asked(TALKED)
    assert Ask.AGAIN in still_asked(after)
    assert Ask.AGAIN not in still_asked(play(after, TALK))


TELLING: tuple[tuple[Command, ...], ...] = (
    (TALK,),
    (replace(TALK, with_whom=TalkWith.ONE_PARENT),),
    (replace(NO_TALK, talk=None),),
    (PLAN, TOLD),
    (SAFE_PLAN,),
    (SCHEDULE, replace(OUTCOME, parents_present=True)),
    (SCHEDULE, replace(OUTCOME, not_informing="It is not safe.")),
    (SCHEDULE, APPROACH, commands.KeepAgreement("tells")),
    (commands.RecordAftercare(CareFor.PARENTS, "We drank tea."),),
)


@pytest.mark.parametrize("steps", TELLING, ids=range(len(TELLING)))
def test_what_tells_them_or_says_why_not_answers_it(steps: tuple[Command, ...]) -> None:
    """A talk, a talk that was not held, being there, a kept agreement and a reason all count."""
    assert awaited(play(TALKED, WEIGH))
    assert not awaited(play(TALKED, WEIGH, *steps))


STILL_OPEN: tuple[tuple[Command, ...], ...] = (
    (WITH_CHILD,),
    (SCHEDULE, APPROACH),
    (replace(TALK, on=TODAY - timedelta(1)),),
    (commands.RecordAftercare(CareFor.CHILD, "We drank tea."),),
)


@pytest.mark.parametrize("steps", STILL_OPEN, ids=["child", "agreed", "before", "aftercare"])
def test_what_tells_them_nothing_leaves_it_open(steps: tuple[Command, ...]) -> None:
    """Nor does a talk of before the step that is only written down after it."""
    assert awaited(play(TALKED, WEIGH, *steps))


def test_a_decision_that_says_why_nobody_tells_them_answers_it() -> None:
    """It is written down with the decision itself; without that it stays open."""
    case = answered(*ANSWERS[Decision.NO_SUSPICION])

    assert not awaited(play(case, NOT_INFORMED))
    assert awaited(play(case, decision(Decision.NO_SUSPICION)))


@pytest.mark.parametrize(
    "case, expected",
    [
        (play(TALKED, FOLLOW, NOTE), False),
        (play(TALKED, FOLLOW, HELP, TALK, NOTE), True),
        (play(TALKED, FOLLOW, HELP, TALK, WORKS, NOTE), False),
        (play(reported(), TALK, NOTE), True),
    ],
    ids=["nobody at work", "help", "help is over", "veilig thuis"],
)
def test_while_others_are_at_work_each_look_opens_it(*, case: Case, expected: bool) -> None:
    """School keeps in touch with the parents while help or Veilig Thuis is at work."""
    assert awaited(case) is expected


def test_after_a_melding_school_agrees_with_veilig_thuis() -> None:
    """What school and ZBO still do themselves is asked until it was agreed on with them."""
    other = replace(STILL_DONE, with_veilig_thuis=False)

    assert Ask.VT_AGREEMENT not in still_asked(TALKED)
    assert Ask.VT_AGREEMENT in still_asked(play(reported(), other))
    assert Ask.VT_AGREEMENT not in still_asked(play(reported(), STILL_DONE))
