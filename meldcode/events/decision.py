"""Steps 4 and 5: weighing together, the five questions and the decision."""

from dataclasses import dataclass
from datetime import date

from meldcode.choices import Answer, Decision, Present
from meldcode.people import PartnerRole


@dataclass(frozen=True, slots=True)
class Weighed:
    """Step 4: the weighing by several disciplines, with the protocol's three questions.

    `risks` are those in the short term (before they were asked apart: all of them) and
    `risks_long` those in the long term. Of a new weighing `on` is its day and `again` why there was
    one. `partners` are the written names of who took part without using the app, in the roles of
    `partner_roles`; both are empty if everybody does. `second` is False of those of before a
    second person was asked to confirm them.
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
    second: bool = False


@dataclass(frozen=True, slots=True)
class QuestionAnswered:
    """One of the five questions of the afwegingskader (number 1-5)."""

    number: int
    answer: Answer
    reason: str


@dataclass(frozen=True, slots=True)
class Decided:
    """Step 5: help, report or both; who reports and who tells the parents are person ids.

    `partners` and `partner_roles` as in `Weighed`.
    """

    decision: Decision
    reason: str
    present: tuple[Present, ...]
    reporter: str | None
    informs_parents: str | None
    not_informing: str | None
    partners: str | None = None
    partner_roles: tuple[PartnerRole, ...] = ()
