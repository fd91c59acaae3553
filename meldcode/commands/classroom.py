"""Step 2: observing in class, and discussing in a group of colleagues."""

from dataclasses import dataclass
from datetime import date

from meldcode.choices_consultation import Place


@dataclass(frozen=True, slots=True)
class PlanClassObservation:
    visit: str
    observer: str
    on: date


@dataclass(frozen=True, slots=True)
class NoteClassObservation:
    """Write down what was seen in class; a `visit` that is no planned one is left out."""

    on: date
    text: str
    visit: str | None = None


@dataclass(frozen=True, slots=True)
class CancelClassObservation:
    visit: str
    reason: str


@dataclass(frozen=True, slots=True)
class RecordDiscussion:
    """What came of a discussion with colleagues; `present` are person ids."""

    on: date
    place: Place
    present: tuple[str, ...]
    text: str
