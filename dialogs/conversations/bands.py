"""How counts in bands are said: what is under the limit is not told apart from none."""

from collections.abc import Iterator, Mapping
from itertools import groupby

from dialogs.parts import head, line, quiet
from dialogs.screen import Part
from meldcode.suppression import Band

Parts = tuple[Part, ...]


def listed(key: str, counts: Mapping[str, Band]) -> Parts:
    """A line `<key>.between` or `<key>.from` of whatever is not small, and one for all the rest."""
    told = tuple(counted(key, what, one) for what, one in counts.items() if not one.hidden)
    small = any(one.hidden for one in counts.values())
    return (*told, *((quiet("band.rest"),) if small else ()))


def counted(key: str, what: str, one: Band) -> Part:
    """`<key>.under`, `.between` or `.from`, with `low`, `high` and `what` in it."""
    if one.high is None:
        return line(f"{key}.from", what=what, low=one.low)
    if one.low == 0:
        return line(f"{key}.under", what=what, n=one.high + 1)
    return line(f"{key}.between", what=what, low=one.low, high=one.high)


def grouped(bottlenecks: Mapping[str, Band]) -> Parts:
    """What got in the way, for policy, what did so most on top; nothing if it all is small."""
    told = tuple(_groups(bottlenecks))
    return (head("home.d.bottlenecks"), *told) if told else ()


def _groups(bottlenecks: Mapping[str, Band]) -> Iterator[Part]:
    shown = [(kind, one) for kind, one in bottlenecks.items() if not one.hidden]
    shown.sort(key=lambda pair: (-pair[1].low, pair[1].high or 0, pair[0]))
    for one, group in groupby(shown, key=lambda pair: pair[1]):
        yield counted("home.d.bottleneck", " ".join(kind for kind, _ in group), one)
