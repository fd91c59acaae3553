from dataclasses import replace

import pytest

from meldcode.agenda import acute, place
from meldcode.choices import Answer, Urgency
from tests.builders import SAFE, SIGNAL, UNSAFE, answered, new, raised


@pytest.mark.parametrize(
    "urgency, expected",
    [(Urgency.NOW, 0), (Urgency.TODAY, 1), (Urgency.UNKNOWN, 2), (Urgency.WEEK, 3)],
)
def test_the_most_urgent_signal_comes_first(urgency: Urgency, expected: int) -> None:
    """The place on the agenda follows from what the teacher said about how soon."""
    case = raised(replace(SIGNAL, urgency=urgency))

    assert (place(case), acute(case)) == (expected, urgency is Urgency.NOW)


@pytest.mark.parametrize(
    "answers, expected", [(SAFE, False), (UNSAFE, True), ((Answer.YES, Answer.DOUBT), True)]
)
def test_unsafe_never_waits_for_a_meeting(answers: tuple[Answer, ...], expected: bool) -> None:  # noqa: FBT001 - a row of a table
    """Unsafe, or doubt about that, is acute however calm the signal was."""
    case = answered(*answers)

    assert (acute(case), place(case) == 0) == (expected, expected)


def test_a_case_without_a_signal_comes_last() -> None:
    """Nothing was said about how soon."""
    assert place(new()) == len(Urgency)
