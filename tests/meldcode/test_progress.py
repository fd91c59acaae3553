from collections.abc import Callable

import pytest

from meldcode import commands
from meldcode.case import Case
from meldcode.choices import Decision
from meldcode.progress import Stage, stage, walked, walked_support
from meldcode.steps import MELDCODE_OF, STATUTORY, SUPPORT_OF, MeldcodeStep, SupportStep
from tests.builders import (
    ADVICE,
    OUTCOME,
    TALK,
    WEIGH,
    closed,
    decided,
    on_agenda,
    play,
    raised,
    taken,
    weighed,
    withdrawn,
)
from tests.school import TEACHER


def read() -> Case:
    return play(raised(), commands.ReadSignal())


def discussed() -> Case:
    return play(on_agenda(), OUTCOME)


@pytest.mark.parametrize(
    "case_at, steps",
    [
        (raised, {1}),
        (taken, {1, 2}),
        (on_agenda, {1, 2, 4}),
        (weighed, {1, 2, 4}),
        (decided, {1, 2, 4, 5, 6}),
        (closed, {1, 2, 4, 5, 6}),
        (withdrawn, {1}),
    ],
)
def test_a_case_shows_the_steps_that_were_walked(
    case_at: Callable[[], Case], steps: set[int]
) -> None:
    """Steps count when something was done in them, in whatever order."""
    assert walked(case_at()) == steps


def test_a_talk_counts_whenever_it_was() -> None:
    """Step 3 happens before and after the others; here after a weighing without consultation."""
    case = play(raised(), WEIGH, TALK)

    assert walked(case) == {MeldcodeStep.SIGNALS, MeldcodeStep.CONVERSATION, MeldcodeStep.WEIGHING}


def test_advice_from_veilig_thuis_is_consultation() -> None:
    """Asking Veilig Thuis belongs to step 2 (protocol, the table of steps)."""
    assert walked(play(raised(), ADVICE)) == {MeldcodeStep.SIGNALS, MeldcodeStep.CONSULTATION}


def test_the_route_of_support_runs_beside() -> None:
    """The same case stands on both routes; the ZBO is where it is weighed."""
    assert walked_support(on_agenda()) == {
        SupportStep.OBSERVE,
        SupportStep.CONSULTATION,
        SupportStep.ZBO,
    }


def test_both_routes_cover_each_other() -> None:
    """Every step has its place on the other route, and the two tables say the same."""
    assert set(SUPPORT_OF) == set(MeldcodeStep)
    assert set(SUPPORT_OF.values()) == set(SupportStep)
    assert {step for steps in MELDCODE_OF.values() for step in steps} == set(MeldcodeStep)
    assert all(step in MELDCODE_OF[SUPPORT_OF[step]] for step in MeldcodeStep)


def test_the_law_knows_five_steps() -> None:
    """The sixth, following and closing, is the board's own."""
    assert sorted(STATUTORY) == [1, 2, 3, 4, 5]


@pytest.mark.parametrize(
    "case_at, expected",
    [
        (raised, Stage.SENT),
        (read, Stage.READ),
        (taken, Stage.CONSULT),
        (on_agenda, Stage.ZBO),
        (discussed, Stage.CONSULT),
        (decided, Stage.FOLLOW),
        (closed, Stage.CLOSED),
        (withdrawn, Stage.WITHDRAWN),
    ],
)
def test_the_teacher_sees_where_it_stands(case_at: Callable[[], Case], expected: Stage) -> None:
    """In one word she reads what is going on with what she told."""
    assert stage(case_at()) == expected


def test_a_word_of_the_teacher_moves_nothing() -> None:
    """Until somebody of the care team has read it, it is only sent."""
    assert stage(play(raised(), commands.Write("More."), by=TEACHER)) == Stage.SENT


def test_no_suspicion_is_not_followed() -> None:
    """A case in which nothing was found stays in consultation until it is closed."""
    assert stage(decided(Decision.NO_SUSPICION)) == Stage.CONSULT
