"""Step 5: help that was arranged; step 6: whether it works."""

from dataclasses import dataclass
from datetime import date

from meldcode.choices_melding import Effect, HelpBy


@dataclass(frozen=True, slots=True)
class HelpArranged:
    """Help with a term and concrete goals (domain.md 1.2, question 4).

    `manager` is the person id of the case manager, `manager_other` the words for one who is not
    in the app. `advice` is for the teacher (protocol, step 5: "handelingsadviezen").
    """

    help: str
    by: HelpBy
    what: str
    until: date
    goals: str
    manager: str | None
    manager_other: str | None
    advice: str | None


@dataclass(frozen=True, slots=True)
class HelpEvaluated:
    """Somebody looked whether the help works; `until` is a new term if it goes on."""

    help: str
    effect: Effect
    text: str
    until: date | None
