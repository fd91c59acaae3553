"""The child goes to another school, or is taken there."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class ReportMove:
    on: date
    sudden: bool
    new_school: str | None = None


@dataclass(frozen=True, slots=True)
class HandleMove:
    """Say what was done about a move: who was told, or why not."""

    vt_told: bool
    parents_told: bool
    vt_reason: str | None = None
    parents_reason: str | None = None
    passed_on: str | None = None
