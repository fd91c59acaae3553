"""A case goes into other hands: of another holder, or of the child's next teacher."""

from dataclasses import dataclass
from datetime import date

from meldcode.choices import Place


@dataclass(frozen=True, slots=True)
class HandedOver:
    """Somebody else of the care team holds the case from now on."""

    holder: str
    words: str | None


@dataclass(frozen=True, slots=True)
class FollowerNamed:
    """Who sees the child from `since` on: the next teacher, or again the one who told.

    `shared` is all of the history that the follower reads; None is nothing at all. `because` is why
    the parents do not know of it.
    """

    teacher: str
    since: date
    shared: str | None
    share_reason: str | None
    parents_know: bool | None
    because: str | None = None


@dataclass(frozen=True, slots=True)
class FollowerWrote:
    """Words of the follower for the care team; `source` as in `Answered`."""

    text: str
    source: str = "form"


@dataclass(frozen=True, slots=True)
class FollowerAnswered:
    """Words of the care team for the follower `to`; the one who told does not read them."""

    to: str
    text: str


@dataclass(frozen=True, slots=True)
class StaffLeft:
    """Somebody no longer works at the school in the role that this place in the case takes."""

    person: str
    place: Place
