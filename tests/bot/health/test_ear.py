import pytest

from bot.health.ear import SILENCE, Ear
from tests.bot.health.conftest import Seconds


@pytest.fixture
def seconds() -> Seconds:
    return Seconds()


@pytest.fixture
def ear(seconds: Seconds) -> Ear:
    """One whose socket was greeted just now."""
    ear = Ear(seconds)
    ear.opened()
    ear.word()
    return ear


def test_a_monitor_that_looks_twice_a_minute_sees_silence_within_90_seconds(
    ear: Ear, seconds: Seconds
) -> None:
    """Up to a minute may be a quiet moment; from then on every look is red."""
    seen = {}
    began = seconds.now
    for look in (30, 60, 60.5, 75, 90):
        seconds.now = began + look
        seen[look] = ear.finding().ok

    assert seen == {30: True, 60: True, 60.5: False, 75: False, 90: False}


def test_any_frame_is_a_sign_of_life(ear: Ear, seconds: Seconds) -> None:
    """On a quiet night there are only pings, and all is well."""
    for _ in range(10):
        seconds.now += 30
        ear.frame()

    assert (ear.silence(), ear.is_deaf()) == (0, False)


def test_a_socket_on_which_slack_never_greets_is_none(ear: Ear, seconds: Seconds) -> None:
    """Answers to pings do not make up for a greeting that does not come."""
    ear.opened()
    for _ in range(7):
        seconds.now += 10
        ear.frame()

    assert (ear.silence(), ear.is_deaf()) == (70, True)


def test_opening_again_and_again_is_no_sign_of_life(ear: Ear, seconds: Seconds) -> None:
    """A client that keeps coming back to a dead address does not look well."""
    for _ in range(5):
        seconds.now += 15
        ear.opened()

    assert ear.is_deaf()


def test_a_new_socket_gets_its_time(ear: Ear, seconds: Seconds) -> None:
    """It is red from the first minute on, but thrown away only when it has had a minute itself."""
    stuck = []
    for by in (SILENCE + 1, 0, SILENCE, 1):
        seconds.now += by
        stuck.append((ear.is_deaf(), ear.is_stuck()))
        if by == SILENCE + 1:
            ear.opened()

    assert stuck == [(True, True), (True, False), (True, False), (True, True)]


def test_a_greeting_makes_it_well_again(ear: Ear, seconds: Seconds) -> None:
    """The first word on a new socket ends the silence."""
    seconds.now += SILENCE + 1
    ear.opened()
    ear.word()

    assert ear.finding().ok
