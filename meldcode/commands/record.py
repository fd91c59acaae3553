"""Putting something right in the record, and bringing records together."""

from dataclasses import dataclass

from meldcode.choices import Link


@dataclass(frozen=True, slots=True)
class CorrectEntry:
    seq: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class LinkCase:
    """`other` is a case id; empty if there is none that fits."""

    other: str
    kind: Link = Link.SAME_CHILD


@dataclass(frozen=True, slots=True)
class UnlinkCase:
    other: str
    reason: str
