"""The values that a case is made of."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from itertools import pairwise

from meldcode.choices import ItemKind
from meldcode.events.zbo import ItemTakenOff, ZboDiscussed


class Status(StrEnum):
    NEW = "new"
    OPEN = "open"
    WITHDRAWN = "withdrawn"
    CLOSED = "closed"


ENDED = frozenset({Status.WITHDRAWN, Status.CLOSED})


@dataclass(frozen=True, slots=True)
class Slot:
    """An agenda that an item was moved away from, at the instant `until`."""

    meeting: str
    on: date
    until: datetime


@dataclass(frozen=True, slots=True)
class Item:
    """A point on a ZBO agenda; where it stood before is `moved`, the first agenda in front."""

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
    parents_informed: bool | None = None
    not_informed: str | None = None
    moved: tuple[Slot, ...] = ()
    taken_off: ItemTakenOff | None = None
    discussed: ZboDiscussed | None = None

    @property
    def handled(self) -> bool:
        """Whether it waits no more: it was discussed, or it was taken off."""
        return self.discussed is not None or self.taken_off is not None

    @property
    def agendas(self) -> dict[str, date]:
        """Each meeting that it is or was brought into -> the day of it."""
        return {slot.meeting: slot.on for slot in self.moved} | {self.meeting: self.meeting_on}

    @property
    def put_off(self) -> int:
        """How often it was moved to a later day; to an earlier one is no putting off."""
        days = (*(slot.on for slot in self.moved), self.meeting_on)
        return sum(later > earlier for earlier, later in pairwise(days))

    @property
    def first_on(self) -> date:
        """The day of the first meeting that it was brought into."""
        return self.moved[0].on if self.moved else self.meeting_on

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
