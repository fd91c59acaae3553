"""The child goes to another school, or is taken there (protocol, "Melden bij Veilig Thuis")."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class ChildMoves:
    """`new_school` is None while nobody knows it; `sudden` if the parents took the child away."""

    on: date
    new_school: str | None
    sudden: bool


@dataclass(frozen=True, slots=True)
class MoveHandled:
    """What was done about it; where something was not done, the reason says why."""

    vt_told: bool
    vt_reason: str | None
    parents_told: bool
    parents_reason: str | None
    passed_on: str | None
