"""Step 2: observing in class, and discussing in a group of colleagues."""

from dataclasses import dataclass
from datetime import date

from meldcode.choices_consultation import Place


@dataclass(frozen=True, slots=True)
class ClassObservationPlanned:
    """`observer` is the person id of somebody of the care team."""

    visit: str
    observer: str
    on: date


@dataclass(frozen=True, slots=True)
class ClassObserved:
    """What was seen in class; `visit` is the planned one, if it was planned."""

    on: date
    text: str
    visit: str | None = None


@dataclass(frozen=True, slots=True)
class ClassObservationCancelled:
    visit: str
    reason: str


@dataclass(frozen=True, slots=True)
class DiscussionHeld:
    """What came of a discussion of the group or of the pupil; `present` are person ids."""

    on: date
    place: Place
    present: tuple[str, ...]
    text: str
