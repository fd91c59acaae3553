"""Numbers that may be told: bands, from which no small count of children can be worked out.

Every band is at least LIMIT wide and begins at a multiple of it. A count under LIMIT is not told
apart from none. What is told of several counts together either follows from their bands, or leaves
every one of them all the room of its band.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

LIMIT = 5
"""A count under this points at a family."""

EDGES = (0, LIMIT, 10, 20, 50)


@dataclass(frozen=True, slots=True)
class Band:
    """From `low` up to and with `high`; without `high`, or more."""

    low: int
    high: int | None = None

    @property
    def hidden(self) -> bool:
        return self.low < LIMIT


BANDS = tuple(
    Band(low, above and above - 1) for low, above in zip(EDGES, (*EDGES[1:], None), strict=True)
)


def band(count: int) -> Band:
    """The band that `count` is in."""
    return next(one for one in reversed(BANDS) if one.low <= count)


def together(bands: Iterable[Band]) -> Band:
    """What is known of a sum by the bands of its parts, and so no more than these tell."""
    parts = tuple(bands)
    highs = [one.high for one in parts if one.high is not None]
    return Band(sum(one.low for one in parts), sum(highs) if len(highs) == len(parts) else None)


def total(counts: Sequence[int]) -> Band:
    """What may be told of the sum of `counts` beside the band of each.

    The band of the sum, unless in some band that it could be in one of the counts would have less
    room; then all bands that it could be in. Whether that is so follows from the bands of the
    counts alone: also what is held back tells nothing.
    """
    parts = tuple(map(band, counts))
    around = together(parts)
    could_be = [one for one in BANDS if _meet(around, one)]
    if all(_leaves_room(parts, around, one) for one in could_be):
        return band(sum(counts))
    return Band(could_be[0].low, could_be[-1].high)


def _meet(one: Band, other: Band) -> bool:
    return one.low <= _high(other) and other.low <= _high(one)


def _leaves_room(parts: Sequence[Band], around: Band, told: Band) -> bool:
    """Whether each part could still be anything in its band if the sum were in `told`."""
    for part in parts:
        most = _high(around) - _high(part) if around.high is not None else float("inf")
        least = around.low - part.low
        if told.low - most > part.low or _high(told) - least < _high(part):
            return False
    return True


def _high(one: Band) -> float:
    return float("inf") if one.high is None else one.high
