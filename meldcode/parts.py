"""The values that a case is made of."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from meldcode.choices import ItemKind
from meldcode.events.zbo import ZboDiscussed


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
    kind: ItemKind = ItemKind.QUESTION
    guests: tuple[str, ...] = ()
    discussed: ZboDiscussed | None = None

    @property
    def handled(self) -> bool:
        return self.discussed is not None

    @property
    def outcome(self) -> str | None:
        return self.discussed.outcome if self.discussed else None


@dataclass(frozen=True, slots=True)
class Agreement:
    """Who does what by when; with `tells_parents`: tells the parents what came of a ZBO."""

    id: str
    what: str
    owner: str
    due: date
    kept: bool = False
    tells_parents: bool = False
