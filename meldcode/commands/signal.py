"""Step 1: what was seen, and who has read it."""

from dataclasses import dataclass
from datetime import date

from meldcode.choices import Origin, ParentsTalk, Urgency


@dataclass(frozen=True, slots=True)
class RaiseSignal:
    text: str
    urgency: Urgency = Urgency.UNKNOWN
    child: str | None = None
    parents: ParentsTalk | None = None


@dataclass(frozen=True, slots=True)
class ReadSignal:
    """Open the case to read it."""


@dataclass(frozen=True, slots=True)
class WithdrawSignal:
    """Take the signal back; possible while nobody has read it."""


@dataclass(frozen=True, slots=True)
class AddObservation:
    text: str
    source: str = "form"
    origin: Origin | None = None
    on: date | None = None


@dataclass(frozen=True, slots=True)
class MarkObservation:
    """Say of the signal, or of something added to it, how it came to be known."""

    seq: int
    origin: Origin
    on: date | None = None


@dataclass(frozen=True, slots=True)
class NameChild:
    child: str


@dataclass(frozen=True, slots=True)
class TellInPerson:
    """Say whether it was also told face to face."""

    told: bool
