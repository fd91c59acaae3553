"""A line of the register of trainings, as screens know it."""

from dataclasses import dataclass
from datetime import date

from meldcode.choices_training import TrainingKind


@dataclass(frozen=True, slots=True)
class TrainingLine:
    """`until` is the first day on which it no longer counts, None while no term is confirmed.

    `who` and `handle` are there for the aandachtsfunctionaris alone, who may throw it away.
    """

    kind: TrainingKind
    on: date
    until: date | None = None
    ended: bool = False
    what: str = ""
    who: str = ""
    handle: str = ""
