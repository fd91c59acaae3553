"""Step 6: looking how the child is doing."""

from dataclasses import dataclass
from datetime import date

from meldcode.choices import CareFor, Trend


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


@dataclass(frozen=True, slots=True)
class OkaContacted:
    """Protocol, step 6: "De school kan hierover contact houden met de OKA"."""

    on: date
    report: str


@dataclass(frozen=True, slots=True)
class AftercareDone:
    """Step 5 of the support route: "nazorg voor kind/ouders", and for the teacher."""

    whom: CareFor
    words: str
