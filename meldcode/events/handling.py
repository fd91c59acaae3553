"""Under which agreements of the board a case is handled."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PolicyApplied:
    """From here on the agreements of this version held."""

    version: str
