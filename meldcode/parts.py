"""The values that a case is made of."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Status(StrEnum):
    NEW = "new"
    OPEN = "open"
    WITHDRAWN = "withdrawn"
    CLOSED = "closed"


ENDED = frozenset({Status.WITHDRAWN, Status.CLOSED})


@dataclass(frozen=True, slots=True)
class Item:
    """A point on a ZBO agenda."""

    id: str
    meeting: str
    meeting_on: date
    question: str
    parents_invited: bool
    parents_reason: str | None
    minutes: int
    by: str
    at: datetime
    outcome: str | None = None

    @property
    def handled(self) -> bool:
        return self.outcome is not None


@dataclass(frozen=True, slots=True)
class Agreement:
    """Who does what by when."""

    id: str
    what: str
    owner: str
    due: date
    kept: bool = False
