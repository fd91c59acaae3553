"""What a case knows about its own entries."""

from dataclasses import dataclass
from datetime import date

from meldcode.choices import Link, Origin


@dataclass(frozen=True, slots=True)
class Mark:
    """How entry `seq` came to be known and on what day it happened, as far as that was said."""

    seq: int
    origin: Origin | None
    on: date | None


@dataclass(frozen=True, slots=True)
class Joint:
    """That this case and case `other` are looked at together."""

    other: str
    kind: Link


@dataclass(frozen=True, slots=True)
class Record:
    """`in_person` is None until the teacher said whether she also told it face to face.

    `corrected` are the numbers of the entries that were put right later.
    """

    in_person: bool | None = None
    marks: tuple[Mark, ...] = ()
    corrected: frozenset[int] = frozenset()
    joints: tuple[Joint, ...] = ()

    def mark(self, seq: int) -> Mark | None:
        """What was last said about entry `seq`."""
        return next((mark for mark in reversed(self.marks) if mark.seq == seq), None)
