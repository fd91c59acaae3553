"""Who may know of a case."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ExcludePerson:
    """Keep somebody out of the case; also oneself, for a conflict of interest."""

    person: str
    reason: str


@dataclass(frozen=True, slots=True)
class EndExclusion:
    """Let somebody in again as what they were."""

    person: str
    reason: str
