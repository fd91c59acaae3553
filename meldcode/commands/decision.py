"""Steps 4 and 5: weighing together, the five questions and the decision."""

from dataclasses import dataclass
from datetime import date

from meldcode.choices import Answer, Decision, Present
from meldcode.people import PartnerRole


@dataclass(frozen=True, slots=True)
class Weigh:
    """Weigh together; anew only on a day and with a reason (`on`, `again`).

    `risks` are those in the short term, `risks_long` those in the long term. The
    written `partners` take part beside those who use the app, in the roles of `partner_roles`.
    """

    present: tuple[Present, ...]
    danger: Answer
    hinders: Answer
    risks: str
    reason: str
    on: date | None = None
    again: str | None = None
    risks_long: str | None = None
    partners: str | None = None
    partner_roles: tuple[PartnerRole, ...] = ()


@dataclass(frozen=True, slots=True)
class AnswerQuestion:
    """Answer question `number` (1-5) of the afwegingskader."""

    number: int
    answer: Answer
    reason: str


@dataclass(frozen=True, slots=True)
class Decide:
    decision: Decision
    reason: str
    present: tuple[Present, ...]
    reporter: str | None = None
    informs_parents: str | None = None
    not_informing: str | None = None
    partners: str | None = None
    partner_roles: tuple[PartnerRole, ...] = ()
