"""What a case knows about how long it is kept."""

from dataclasses import dataclass
from datetime import date, datetime

from meldcode.choices_rights import HoldReason
from meldcode.events.retention import ErasureDecided


@dataclass(frozen=True, slots=True)
class Hold:
    id: str
    reason: HoldReason
    since: datetime


@dataclass(frozen=True, slots=True)
class Keeping:
    """`left` is when the child left the school, `asked_at` when that was last looked up.

    `order` is the decision to erase that waits to be carried out.
    """

    ended_at: datetime | None = None
    left: date | None = None
    asked_at: datetime | None = None
    holds: tuple[Hold, ...] = ()
    order: ErasureDecided | None = None
