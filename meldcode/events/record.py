"""The record itself: what is put right in it. Nothing that was written is ever taken away."""

from dataclasses import dataclass

from meldcode.choices import Link


@dataclass(frozen=True, slots=True)
class EntryCorrected:
    """Entry `seq` stays as it was written; this is what it should have said, and why."""

    seq: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class CaseLinked:
    """The care team brings this case together with case `other`; nothing is copied over."""

    other: str
    kind: Link


@dataclass(frozen=True, slots=True)
class CaseUnlinked:
    """They did not belong together after all."""

    other: str
    reason: str
