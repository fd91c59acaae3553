"""Numbers for the board: per school and together, in bands, and what got in the way (feature 50).

It is made of bands alone: whoever has the page can work out no more than these say.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from dialogs.conversations import bands
from dialogs.parts import head, line, quiet
from dialogs.screen import Part
from meldcode.figures import Figure
from meldcode.suppression import Band, together

Parts = tuple[Part, ...]
Used = Mapping[Figure, Band]


@dataclass(frozen=True, slots=True)
class Numbers:
    """Of the school year that began on `since`: what was done at each school, by its name.

    `bottlenecks` are those of all schools together, as far as it follows from each.
    """

    since: date
    schools: tuple[tuple[str, Used], ...]
    bottlenecks: Mapping[str, Band]


def numbers(found: Numbers) -> Parts:
    everywhere = tuple(used for _, used in found.schools)
    all_together = {one: together(used[one] for used in everywhere) for one in Figure}
    return (
        line("numbers.since", on=found.since),
        *(part for name, used in found.schools for part in _school(name, used)),
        head("numbers.together"),
        *_used(all_together),
        quiet("numbers.wide"),
        *bands.grouped(found.bottlenecks),
        quiet("home.d.note"),
    )


def _school(name: str, used: Used) -> Parts:
    return (head("evidence.of", school=name), *_used(used))


def _used(used: Used) -> Parts:
    return tuple(bands.counted("figure.is", what, one) for what, one in used.items())
