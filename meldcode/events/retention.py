"""How long a case is kept, what holds it, and the decision to erase it.

That it was erased is no event of it: nothing of it is left (see `storage.erasing`).
"""

from dataclasses import dataclass
from datetime import date

from meldcode.choices_rights import ErasureGround, HoldReason


@dataclass(frozen=True, slots=True)
class SchoolLeft:
    """The day on which the child left the school; None: it was looked up, and is still there."""

    on: date | None


@dataclass(frozen=True, slots=True)
class HoldPlaced:
    hold: str
    reason: HoldReason
    words: str


@dataclass(frozen=True, slots=True)
class HoldLifted:
    hold: str
    reason: str


@dataclass(frozen=True, slots=True)
class ErasureDecided:
    """`decider` (a person id) decided it, and answers for it; it is carried out apart."""

    ground: ErasureGround
    decider: str
    reason: str


@dataclass(frozen=True, slots=True)
class ErasureCalledOff:
    reason: str
