"""The end of the route, and going on after it."""

from dataclasses import dataclass
from datetime import date

from meldcode.choices import Grounds


@dataclass(frozen=True, slots=True)
class CaseClosed:
    """The end of the route; the grounds stay visible."""

    grounds: Grounds
    reason: str


@dataclass(frozen=True, slots=True)
class CaseReopened:
    """A closed case goes on; `next_check` is the first day on which somebody looks."""

    reason: str
    next_check: date
