"""Step 5: help that was arranged; step 6: whether it works."""

from dataclasses import dataclass
from datetime import date

from meldcode.choices_melding import Effect, HelpBy


@dataclass(frozen=True, slots=True)
class ArrangeHelp:
    """Tell what help there will be; the case manager is a person id, or words for somebody else."""

    help: str
    by: HelpBy
    what: str
    until: date
    goals: str
    manager: str | None = None
    manager_other: str | None = None
    advice: str | None = None


@dataclass(frozen=True, slots=True)
class EvaluateHelp:
    help: str
    effect: Effect
    text: str
    until: date | None = None
