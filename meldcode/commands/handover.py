"""A case goes into other hands: of another holder, or of the child's next teacher."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class HandOver:
    """Let somebody else of the care team hold the case."""

    holder: str
    words: str | None = None


@dataclass(frozen=True, slots=True)
class NameFollower:
    """Name who sees the child from `since` on; without `shared` they read nothing of before."""

    teacher: str
    since: date
    shared: str | None = None
    share_reason: str | None = None
    parents_know: bool | None = None
    because: str | None = None


@dataclass(frozen=True, slots=True)
class AnswerFollower:
    text: str
