"""The one place that reads the clock; everything else is handed a `Clock`."""

from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]
"""Tells the time: always aware, in UTC."""


def system_clock() -> datetime:
    return datetime.now(UTC)
