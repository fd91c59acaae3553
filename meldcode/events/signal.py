"""Step 1: what was seen, and who has read it."""

from dataclasses import dataclass
from datetime import date

from meldcode.choices import Origin, ParentsTalk, Urgency


@dataclass(frozen=True, slots=True)
class SignalRaised:
    """Step 1: a teacher shares what she saw or heard."""

    text: str
    urgency: Urgency
    child: str | None = None
    parents: ParentsTalk | None = None


@dataclass(frozen=True, slots=True)
class SignalRead:
    """Somebody of the care team opened the signal for the first time."""


@dataclass(frozen=True, slots=True)
class SignalWithdrawn:
    """The teacher took it back while nobody had read it."""


@dataclass(frozen=True, slots=True)
class ObservationAdded:
    """The teacher adds something seen or heard; `source` as in Answered.

    `on` is the day on which it happened, apart from the day on which it was written down.
    """

    text: str
    source: str = "form"
    origin: Origin | None = None
    on: date | None = None


@dataclass(frozen=True, slots=True)
class ObservationMarked:
    """The care team says how entry `seq` came to be known, and when it happened."""

    seq: int
    origin: Origin
    on: date | None = None


@dataclass(frozen=True, slots=True)
class ChildNamed:
    """The name of the child, given after the signal or given better."""

    child: str


@dataclass(frozen=True, slots=True)
class ToldInPerson:
    """Whether the teacher also told it face to face (domain.md row 81)."""

    told: bool
