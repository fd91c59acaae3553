"""Somebody who may read along for a while, and reads what was shared with them."""

from dataclasses import dataclass
from datetime import date

from meldcode.choices_consultation import ParentsKnow


@dataclass(frozen=True, slots=True)
class GuestInvited:
    """Up to and with the day `until`, `person` reads `words` and `entries`, and may write.

    `entries` are numbers of the journal. The child's `name` is theirs only if it is given. Sharing
    has a `reason`, and says whether the parents know, if not: `because` (domain.md row 83).
    """

    person: str
    until: date
    words: str
    reason: str
    parents_know: ParentsKnow
    because: str | None = None
    name: str | None = None
    entries: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class InvitationEnded:
    """From now on the person reads nothing more of it."""

    person: str
    reason: str


@dataclass(frozen=True, slots=True)
class GuestWrote:
    """What somebody wrote who was invited; `source` as in Answered."""

    text: str
    source: str = "form"
