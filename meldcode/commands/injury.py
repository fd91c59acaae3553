"""What is seen on a child's body, by place: a body map in words, without a picture."""

from dataclasses import dataclass
from datetime import date

from meldcode.choices_injury import BodyPlace


@dataclass(frozen=True, slots=True)
class NoteInjury:
    """All fields as in `events.InjuryNoted`."""

    on: date
    places: tuple[BodyPlace, ...]
    what: str
    size: str | None = None
    colour: str | None = None
    since: str | None = None
    child_words: str | None = None
