"""Step 6: looking how the child is doing."""

from dataclasses import dataclass
from datetime import date

from meldcode.choices import CareFor, Trend


@dataclass(frozen=True, slots=True)
class AgreeFollowing:
    """Agree the rhythm of step 6, in school days; `first` None means one rhythm from today."""

    rhythm: int
    first: date | None = None


@dataclass(frozen=True, slots=True)
class NoteFollowing:
    trend: Trend
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Snooze:
    """Put the look off by a number of school days."""

    days: int
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class RecordOkaContact:
    """What the OKA and the school told each other."""

    on: date
    report: str


@dataclass(frozen=True, slots=True)
class RecordAftercare:
    whom: CareFor
    words: str
