"""What one person wrote is confirmed by a second."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Countersigned:
    """Who wrote this down has confirmed that entry `seq`, a weighing or a closing, is as it was."""

    seq: int
