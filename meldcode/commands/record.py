"""Putting something right in the record."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CorrectEntry:
    seq: int
    text: str
    reason: str
