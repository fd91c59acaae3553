"""The end of the route, and going on after it."""

from dataclasses import dataclass
from datetime import date

from meldcode.choices import Bottleneck, Grounds, Helped


@dataclass(frozen=True, slots=True)
class CaseClosed:
    """The end of the route; the grounds stay visible.

    `bottlenecks` are for policy (step 5 of the support route): counted, while `bottleneck`, the
    words about them, is never quoted outside the case. `second` is False of those of before a
    second person was asked to confirm them.
    """

    grounds: Grounds
    reason: str
    bottlenecks: tuple[Bottleneck, ...] = ()
    bottleneck: str | None = None
    second: bool = False


@dataclass(frozen=True, slots=True)
class CaseReopened:
    """A closed case goes on; `next_check` is the first day on which somebody looks."""

    reason: str
    next_check: date


@dataclass(frozen=True, slots=True)
class OpinionGiven:
    """After the end: whether it helped the teacher who told."""

    helped: Helped
    words: str | None
