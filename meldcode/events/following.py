"""Step 6: looking how the child is doing."""

from dataclasses import dataclass
from datetime import date

from meldcode.choices import Trend


@dataclass(frozen=True, slots=True)
class FollowingAgreed:
    """Step 6: the rhythm in school days and the first day on which somebody looks."""

    rhythm: int
    first: date


@dataclass(frozen=True, slots=True)
class FollowingNoted:
    """Step 6: somebody looked how the child is doing; `next_check` is the day of the next look."""

    trend: Trend
    text: str | None
    next_check: date


@dataclass(frozen=True, slots=True)
class CheckSnoozed:
    """The look was put off to a later day."""

    until: date
    reason: str | None
