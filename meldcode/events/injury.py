"""What is seen on a child's body, by place: a body map in words, without a picture."""

from dataclasses import dataclass
from datetime import date

from meldcode.choices_injury import BodyPlace


@dataclass(frozen=True, slots=True)
class InjuryNoted:
    """One thing that was seen on a body on day `on` (domain.md row 68), at one or more places.

    All in words of who saw it; `child_words` is what the child said about it of its own accord.
    """

    on: date
    places: tuple[BodyPlace, ...]
    what: str
    size: str | None = None
    colour: str | None = None
    since: str | None = None
    child_words: str | None = None
