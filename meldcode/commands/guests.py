"""Somebody who may read along for a while, and reads what was shared with them."""

from dataclasses import dataclass
from datetime import date

from meldcode.choices_consultation import ParentsKnow


@dataclass(frozen=True, slots=True)
class InviteGuest:
    """All fields as in `events.GuestInvited`; a second invitation takes the place of the first."""

    person: str
    until: date
    words: str
    reason: str
    parents_know: ParentsKnow
    because: str | None = None
    name: str | None = None
    entries: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class EndInvitation:
    """Stop sharing before the day that was said."""

    person: str
    reason: str
