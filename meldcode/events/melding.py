"""Step 5: a melding at Veilig Thuis, from who does it to what they tell about it."""

from dataclasses import dataclass
from datetime import date

from meldcode.choices_melding import Argued, ChildHeard, Informing, Unknown


@dataclass(frozen=True, slots=True)
class MeldingPlanned:
    """Who reports, weighed by the relations of trust; what parents and child hear, and from whom.

    `reporter` and `parents_by` are person ids; `reporter_other` are the words for a partner who
    is not in the app.
    """

    reporter: str | None
    reporter_other: str | None
    trust: str
    parents: Informing
    parents_by: str | None
    parents_reason: str | None
    child: ChildHeard
    child_reason: str | None


@dataclass(frozen=True, slots=True)
class AnonymityClaimed:
    """Who stays anonymous to the family, on which grounds; `parents_by` tells the parents now."""

    unknown: Unknown
    argued: tuple[Argued, ...]
    parents_by: str | None


@dataclass(frozen=True, slots=True)
class AnonymityLifted:
    """Nobody stays anonymous any more, for instance because Veilig Thuis sees no ground."""

    reason: str


@dataclass(frozen=True, slots=True)
class ParentsTold:
    """The parents have heard of the melding from `by`, a person id."""

    on: date
    by: str
    reaction: str


@dataclass(frozen=True, slots=True)
class MeldingDone:
    """It was reported; `contact` is who was spoken to, `reference` their number for it.

    `feedback_by` is the day by which Veilig Thuis should tell what it does.
    """

    on: date
    contact: str
    reference: str | None
    feedback_by: date


@dataclass(frozen=True, slots=True)
class FeedbackReceived:
    """Veilig Thuis told what was done; `next_by` if it promised to tell more."""

    on: date
    text: str
    next_by: date | None


@dataclass(frozen=True, slots=True)
class FeedbackChased:
    """The school asked Veilig Thuis for word; `next_by` is the day that was agreed on then."""

    on: date
    text: str
    next_by: date
