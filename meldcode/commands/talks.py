"""Step 3: talking with the child and the parents, at any moment of the route."""

from dataclasses import dataclass
from datetime import date

from meldcode.choices import TalkWith


@dataclass(frozen=True, slots=True)
class RecordTalk:
    on: date
    with_whom: TalkWith
    report: str
