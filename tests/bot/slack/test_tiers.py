import asyncio
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.delivery import SendError
from bot.slack.pace import Allowance
from bot.slack.tiers import LONGEST, SLACK, TIER_3, Bucket, Limits, Tiers, a_minute
from tests.demo.contract import read
from tests.simulated import in_simulated_time

POST = "chat.postMessage"
FIVE = Limits({POST: Allowance(5, 1), "users.info": Allowance(5, 1)}, Allowance(1, 0.5))


def reserved(bucket: Bucket, now: float) -> float:
    wait = bucket.wait(now)
    bucket.book(now)
    return wait


@given(st.lists(st.floats(0, 90), min_size=1, max_size=80))
def test_never_more_in_a_minute_than_allowed(moments: list[float]) -> None:
    """Whenever calls are asked for, no minute holds more of them than the tier allows."""
    bucket = Bucket(TIER_3)
    calls = sorted(moment + reserved(bucket, moment) for moment in sorted(moments))

    assert all(sum(start <= one < start + 59.9 for one in calls) <= 50 for start in calls)


def test_some_may_go_at_once() -> None:
    """A burst goes through; after it each waits for its own token, and rest gives them back."""
    bucket = Bucket(Allowance(2, 1))
    waits = [reserved(bucket, now) for now in (0, 0, 0, 0, 10, 10, 10)]

    assert waits == [0, 0, 1, 2, 0, 0, 1]


def test_the_figures_are_those_of_slack() -> None:
    """Each method that the delivery calls has a limit within its documented tier."""
    most = {"Tier3": 50, "Tier4": 100, "SpecialTier_chat_postMessage": 300}
    tiers = {method: most[read("rate-limit-tiers.json")[method]] for method in SLACK.methods}
    ours = {method: round(one.at_once + 60 * one.a_second) for method, one in SLACK.methods.items()}

    assert ours == tiers
    assert a_minute(50, 10) == TIER_3


def test_everybody_waits_out_a_pause() -> None:
    """While a method is paused no message goes, also of other chats; other methods go on."""

    async def work() -> list[float]:
        loop = asyncio.get_running_loop()
        tiers = Tiers(loop.time, FIVE)
        tiers.pause(POST, timedelta(seconds=20))
        began, at = loop.time(), []
        await tiers.turn("users.info")
        for chat in ("D1", "D2", "D1"):
            await tiers.turn(POST, chat)
            at.append(loop.time() - began)
        return at

    assert in_simulated_time(work()) == [20, 20, 22]


def test_a_long_pause_is_waited_out_elsewhere() -> None:
    """Nobody sleeps longer than a message may be under way; the error says for how long."""

    async def work() -> float:
        tiers = Tiers(asyncio.get_running_loop().time, FIVE)
        tiers.pause(POST, timedelta(seconds=LONGEST + 1))
        with pytest.raises(SendError) as error:
            await tiers.turn(POST, "D1")
        return error.value.wait.total_seconds() if error.value.wait else 0

    assert in_simulated_time(work()) == LONGEST + 1


def test_who_does_not_wait_takes_no_turn() -> None:
    """However often somebody is sent away, the queue gets no longer by it."""
    slow = Limits({POST: Allowance(1, 1 / (LONGEST + 1))}, Allowance(9, 9))

    async def work() -> list[float]:
        tiers, waits = Tiers(asyncio.get_running_loop().time, slow), []
        await tiers.turn(POST)
        for _ in range(3):
            with pytest.raises(SendError) as error:
                await tiers.turn(POST)
            waits.append(error.value.wait.total_seconds() if error.value.wait else 0)
        return waits

    assert in_simulated_time(work()) == [LONGEST + 1] * 3


def test_a_timer_that_goes_off_early_is_no_busy_loop() -> None:
    """A pause that is over but for the rounding of a clock is over."""

    async def work() -> bool:
        times = iter((0.0, *[20 - 1e-9] * 9))
        tiers = Tiers(lambda: next(times), FIVE)
        tiers.pause(POST, timedelta(seconds=20))
        await tiers.turn(POST)
        return next(times) < 20

    assert in_simulated_time(work())


def test_who_stops_does_not_wait() -> None:
    """Everybody in line is let go at once, and what they had goes back to the outbox."""

    async def work() -> tuple[float, str]:
        loop = asyncio.get_running_loop()
        tiers, began = Tiers(loop.time, FIVE), loop.time()
        tiers.pause(POST, timedelta(seconds=20))
        waiting = asyncio.create_task(tiers.turn(POST, "D1"))
        await asyncio.sleep(1)
        tiers.stop()
        with pytest.raises(SendError) as error:
            await waiting
        return loop.time() - began, error.value.reason

    assert in_simulated_time(work()) == (1, "stopping")
