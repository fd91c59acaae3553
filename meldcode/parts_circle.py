"""Who is kept out of a case, whatever else they are to it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Circle:
    """`excluded` are person ids: for them the case does not exist (domain.md R11)."""

    excluded: frozenset[str] = frozenset()
