"""The ZBO: agenda items, what came of them, and agreements."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class ZboScheduled:
    """Step 3 of the support route: an item on the agenda of a ZBO meeting."""

    item: str
    meeting: str
    meeting_on: date
    question: str
    parents_invited: bool
    parents_reason: str | None
    minutes: int


@dataclass(frozen=True, slots=True)
class ZboDiscussed:
    """What came of an agenda item."""

    item: str
    outcome: str


@dataclass(frozen=True, slots=True)
class AgreementMade:
    """Who does what, and when it must be done; perhaps agreed on with Veilig Thuis."""

    agreement: str
    what: str
    owner: str
    due: date
    with_veilig_thuis: bool = False


@dataclass(frozen=True, slots=True)
class AgreementKept:
    """An agreement has been carried out."""

    agreement: str
