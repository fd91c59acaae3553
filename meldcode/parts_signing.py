"""What waits until a second person has confirmed it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Signed(StrEnum):
    """What a second person confirms; each has texts in the catalogues."""

    WEIGHING = "weighing"
    CLOSING = "closing"


@dataclass(frozen=True, slots=True)
class Unsigned:
    """Entry `seq`, written by one person.

    Of a weighing `people` are the ids of who else took part; a closing is for the care team.
    """

    kind: Signed
    seq: int
    by: str
    at: datetime
    people: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        return f"entry{self.seq}"
