"""Step 5: a melding at Veilig Thuis, from who does it to what they tell about it."""

from dataclasses import dataclass
from datetime import date

from meldcode.choices_melding import Argued, ChildHeard, Informing, Unknown


@dataclass(frozen=True, slots=True)
class PlanMelding:
    """Say who reports and what parents and child hear; said again, it replaces the plan before."""

    trust: str
    parents: Informing
    child: ChildHeard
    reporter: str | None = None
    reporter_other: str | None = None
    parents_by: str | None = None
    parents_reason: str | None = None
    child_reason: str | None = None


@dataclass(frozen=True, slots=True)
class ClaimAnonymity:
    """`parents_by` is needed if whoever would tell the parents becomes anonymous to them."""

    unknown: Unknown
    argued: tuple[Argued, ...]
    parents_by: str | None = None


@dataclass(frozen=True, slots=True)
class LiftAnonymity:
    reason: str


@dataclass(frozen=True, slots=True)
class TellParents:
    """Record that the parents have heard of the melding, and how they took it."""

    on: date
    by: str
    reaction: str


@dataclass(frozen=True, slots=True)
class RecordMelding:
    on: date
    contact: str
    reference: str | None = None


@dataclass(frozen=True, slots=True)
class RecordFeedback:
    on: date
    text: str
    next_by: date | None = None


@dataclass(frozen=True, slots=True)
class ChaseFeedback:
    on: date
    text: str
    next_by: date
