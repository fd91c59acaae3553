"""What one person wrote is confirmed by a second."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Countersign:
    """Confirm what waits for it; `entry` is the id of what was read (`parts_signing.Unsigned`)."""

    entry: str
