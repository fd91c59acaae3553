"""The melding of a case."""

from dataclasses import dataclass
from datetime import date, datetime

from meldcode.events.melding import AnonymityClaimed, MeldingDone, MeldingPlanned


@dataclass(frozen=True, slots=True)
class Melding:
    """How far it has come.

    `reporter` (a person id, or the words for somebody else) and `informs` (a person id) are who
    reports and who tells the parents, by whatever was agreed last. `reporters` are those who
    have reported. `told` is True once the parents heard of it.
    `owed` is since when a decision to report waits to be carried out; `ahead` is True while a
    melding was done for which no decision has been recorded yet, as in acute danger.
    `feedback_by` is when word of Veilig Thuis is expected, None if none is.
    """

    plan: MeldingPlanned | None = None
    planned_at: datetime | None = None
    reporter: str | None = None
    informs: str | None = None
    told: bool = False
    anonymity: AnonymityClaimed | None = None
    done: tuple[MeldingDone, ...] = ()
    reporters: frozenset[str] = frozenset()
    owed: datetime | None = None
    ahead: bool = False
    feedback_by: date | None = None
