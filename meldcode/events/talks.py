"""Step 3: talking with the child and the parents, at any moment of the route."""

from dataclasses import dataclass
from datetime import date

from meldcode.choices import TalkWith


@dataclass(frozen=True, slots=True)
class TalkHeld:
    """Step 3: a conversation with the child or the parents, at any moment of the route."""

    on: date
    with_whom: TalkWith
    report: str
