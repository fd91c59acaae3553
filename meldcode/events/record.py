"""The record itself: what is put right in it. Nothing that was written is ever taken away."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class EntryCorrected:
    """Entry `seq` stays as it was written; this is what it should have said, and why."""

    seq: int
    text: str
    reason: str
