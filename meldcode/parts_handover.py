"""In whose hands a case is beside its holder and the one who told."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Handover:
    """`follower` sees the child from `since` on; None means the one who told does.

    `shared` is what the follower may read of before. `holder_left` and `looker_left` say when the
    holder, or who sees the child, turned out to have left; somebody new makes them None again.
    """

    follower: str | None = None
    since: date | None = None
    named_at: datetime | None = None
    shared: str | None = None
    holder_left: datetime | None = None
    looker_left: datetime | None = None

    def follows_on(self, day: date) -> bool:
        """Whether it is the follower who sees the child on this day."""
        return self.since is not None and day >= self.since
