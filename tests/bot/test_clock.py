from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from bot.clock import system_clock


@pytest.mark.parametrize(
    "wall", ["2026-10-25T02:30:00+02:00", "2026-10-25T02:30:00+01:00", "2027-03-28T03:00:00+02:00"]
)
def test_the_clock_tells_one_moment_whatever_the_wall_says(wall: str) -> None:
    """On a night that the hands are moved, every moment is told once, aware and in UTC."""
    moment = datetime.fromisoformat(wall)
    with time_machine.travel(moment, tick=False):
        told = system_clock()

    assert told == moment
    assert told.utcoffset() == timedelta()
    assert told.tzinfo is UTC
