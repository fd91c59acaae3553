"""Who is kept out of a case, whatever else they are to it, and who reads along for a while."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Guest:
    """What `person` may read up to and with `until`: `words`, and entries by their number.

    `name` is what was shared of the child, None if nothing was.
    """

    person: str
    until: date
    words: str
    name: str | None = None
    entries: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Opened:
    """In an emergency `person` reads, up to and with `until`, what was closed to them."""

    person: str
    until: date


@dataclass(frozen=True, slots=True)
class Circle:
    """`excluded` are person ids: for them the case does not exist (domain.md R11).

    `guests` have an invitation, also if its last day has passed; each person has one at most.
    `opened` are all who ever opened it in an emergency.
    """

    excluded: frozenset[str] = frozenset()
    guests: tuple[Guest, ...] = ()
    opened: tuple[Opened, ...] = ()


def without(guests: tuple[Guest, ...], person: str) -> tuple[Guest, ...]:
    return tuple(one for one in guests if one.person != person)
