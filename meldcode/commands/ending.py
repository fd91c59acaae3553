"""The end of the route, and going on after it."""

from dataclasses import dataclass

from meldcode.choices import Grounds


@dataclass(frozen=True, slots=True)
class CloseCase:
    grounds: Grounds
    reason: str


@dataclass(frozen=True, slots=True)
class ReopenCase:
    reason: str
