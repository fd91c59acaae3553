"""How long a case is kept, and deciding to erase it."""

from dataclasses import dataclass
from datetime import date

from meldcode.choices_rights import ErasureGround, HoldReason


@dataclass(frozen=True, slots=True)
class NoteLeft:
    """When the child left the school, or that it is still there."""

    on: date | None
    still: bool = False


@dataclass(frozen=True, slots=True)
class PlaceHold:
    hold: str
    reason: HoldReason
    words: str


@dataclass(frozen=True, slots=True)
class LiftHold:
    hold: str
    reason: str


@dataclass(frozen=True, slots=True)
class DecideErasure:
    ground: ErasureGround
    decider: str
    reason: str


@dataclass(frozen=True, slots=True)
class CallOffErasure:
    reason: str
