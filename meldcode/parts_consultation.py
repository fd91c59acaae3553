"""A question that somebody was asked, and an observation in class that was planned."""

from dataclasses import dataclass
from datetime import date

from meldcode.choices_consultation import AskedAs


@dataclass(frozen=True, slots=True)
class Consult:
    """`by` asked `person`; `name` is what was shared of the child, None if nothing was.

    It is open until it is answered, declined or taken back, or until the case is closed.
    """

    id: str
    person: str
    by: str
    asked_as: AskedAs
    question: str
    until: date
    name: str | None = None
    open: bool = True


@dataclass(frozen=True, slots=True)
class Visit:
    """`settled` once it is noted, or cancelled."""

    id: str
    observer: str
    on: date
    settled: bool = False
