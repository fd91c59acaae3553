"""The confidential part of a case, and opening in an emergency what is closed."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WriteConfidential:
    """Write something that not all of the care team reads; `readers` are person ids."""

    text: str
    readers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BreakGlass:
    """Open what is closed to oneself; others are told at once."""

    reason: str
