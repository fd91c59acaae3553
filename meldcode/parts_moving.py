"""That the child goes to another school, as a case keeps it."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Move:
    """The last move that was reported; `handled` once somebody said what was done about it."""

    reported_at: datetime
    on: date
    new_school: str | None
    sudden: bool
    handled: bool = False
