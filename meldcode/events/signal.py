"""Step 1: what was seen, and who has read it."""

from dataclasses import dataclass

from meldcode.choices import ParentsTalk, Urgency


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
    """The teacher adds something seen or heard; `source` as in Answered."""

    text: str
    source: str = "form"
