"""The confidential part of a case, and opening in an emergency what is closed."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class ConfidentialWritten:
    """Words for its author, for `readers` of the care team, and the aandachtsfunctionaris only."""

    text: str
    readers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GlassBroken:
    """Who did it reads what was closed to them, up to and with the day `until`."""

    reason: str
    until: date
