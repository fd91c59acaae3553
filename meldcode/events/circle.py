"""Who may know of a case."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PersonExcluded:
    """From now on the case does not exist for this person (conflict of interest, R11)."""

    person: str
    reason: str


@dataclass(frozen=True, slots=True)
class ExclusionEnded:
    """The person is what they were to the case before."""

    person: str
    reason: str
