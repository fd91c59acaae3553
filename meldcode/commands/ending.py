"""The end of the route, and going on after it."""

from dataclasses import dataclass

from meldcode.choices import Bottleneck, Grounds, Helped


@dataclass(frozen=True, slots=True)
class CloseCase:
    grounds: Grounds
    reason: str
    bottlenecks: tuple[Bottleneck, ...] = ()
    bottleneck: str | None = None


@dataclass(frozen=True, slots=True)
class ReopenCase:
    reason: str


@dataclass(frozen=True, slots=True)
class GiveOpinion:
    """Tell, of a closed case, whether it helped."""

    helped: Helped
    words: str | None = None
