"""Step 1: what was seen, and who has read it."""

from dataclasses import dataclass

from meldcode.choices import ParentsTalk, Urgency


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
