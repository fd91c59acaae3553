"""How fast one person may go on."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.slack.pace import HANDS, KEYS, Allowance, Pace
from tests.bot.house import Clock

FEW = Allowance(3, 1)


def test_so_many_at_once_and_then_so_many_a_second() -> None:
    """Who waits may go on; another person is not held up by it."""
    clock = Clock()
    pace = Pace(clock, FEW)
    first = [pace.allows("U1") for _ in range(5)]
    other = pace.allows("U2")
    clock.later(seconds=2)

    assert first == [True] * 3 + [False] * 2
    assert other
    assert [pace.allows("U1") for _ in range(3)] == [True, True, False]


@given(st.lists(st.floats(-5, 5), max_size=60))
def test_nobody_ever_gets_more_than_their_allowance(waits: list[float]) -> None:
    """Whatever the clock does, backwards too, it is never more than what has grown since."""
    clock = Clock()
    pace = Pace(clock, FEW)
    allowed, passed = 0, 0.0
    for wait in waits:
        clock.now += timedelta(seconds=wait)
        passed += max(0, wait)
        allowed += pace.allows("U1")

    assert allowed <= FEW.at_once + passed * FEW.a_second + 1e-6


def test_hands_are_never_held_up() -> None:
    """Somebody who presses twice a second for two minutes, or types ten keys a second, goes on."""
    clock = Clock()
    hands, keys = Pace(clock, HANDS), Pace(clock, KEYS)
    held = 0
    for _ in range(240):
        clock.later(seconds=0.5)
        held += [hands.allows("U1"), *(keys.allows("U1") for _ in range(5))].count(False)

    assert held == 0
