"""What every rule is given beside the case and the command, and the checks they share."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from meldcode.choices import Present
from meldcode.choices_consultation import ParentsKnow
from meldcode.events import Event
from meldcode.people import TECHNICAL, PartnerRole, Person
from meldcode.policy import Policy
from meldcode.refusal import Refusal
from meldcode.schooldays import SchoolCalendar

if TYPE_CHECKING:
    from meldcode.case import Case

Ruling = tuple[Event, ...] | Refusal
Rules = Mapping[type, "Callable[[Case, Any, Asking], Ruling]"]
"""Command type -> its rule."""

ENOUGH_PEOPLE = 2
FURTHEST = timedelta(days=366)
"""Nothing is planned more than a school year ahead; a later date is a slip of the pen."""


@dataclass(frozen=True, slots=True)
class Asking:
    """Who asks, when, and under which agreements of the board."""

    by: Person
    now: datetime
    policy: Policy
    calendar: SchoolCalendar

    @property
    def today(self) -> date:
        return self.calendar.today(self.now)

    def in_school_days(self, count: int) -> date:
        return self.calendar.add(self.today, count)

    def text(self, text: str | None, field: str, empty: str = "err.empty") -> Refusal | None:
        """A refusal if a required text is missing or too long."""
        if text is None or not text.strip():
            return Refusal(empty, field)
        return self.short(text, field)

    def short(self, text: str | None, field: str) -> Refusal | None:
        """A refusal if a text that may be left out is too long."""
        too_long = text is not None and len(text) > self.policy.text_limit
        return Refusal("err.long", field) if too_long else None

    def parents(self, know: ParentsKnow | None, because: str | None) -> Refusal | None:
        """A refusal unless it is said whether the parents know, if not with why (row 83)."""
        if know is None:
            return Refusal("err.parents_know", "parents_know")
        if know is ParentsKnow.YES:
            return self.short(because, "because")
        return self.text(because, "because", "err.parents_because")

    def past(self, day: date, field: str) -> Refusal | None:
        """A refusal if a day on which something happened has yet to come."""
        return Refusal("err.future", field) if day > self.today else None

    def future(self, day: date, field: str) -> Refusal | None:
        """A refusal if a day on which something must happen has passed, or is out of reach."""
        if day < self.today:
            return Refusal("err.past", field)
        return self.near(day, field)

    def near(self, day: date, field: str) -> Refusal | None:
        """A refusal if a day, past or to come, is out of reach."""
        return Refusal("err.far", field) if abs(day - self.today) > FURTHEST else None


def together(
    present: tuple[Present, ...], partner_roles: tuple[PartnerRole, ...] = ()
) -> Refusal | None:
    """A refusal unless at least two people take part, and together they have two roles.

    Partners whose names are written down bring a role; they are no part of the two people.

    Protocol, "Het landelijke basismodel": weighing and deciding are not left to a teacher or the
    school alone (domain.md R3).
    """
    named = [
        someone
        for someone in present
        if someone.person and someone.role and someone.role not in TECHNICAL
    ]
    people = {someone.person for someone in named}
    roles = {*(someone.role for someone in named), *partner_roles}
    if len(people) < ENOUGH_PEOPLE or len(roles) < ENOUGH_PEOPLE:
        return Refusal("err.together", "present")
    return None


def written(asking: Asking, names: str | None, roles: tuple[PartnerRole, ...]) -> Refusal | None:
    """Of partners who do not use the app both the names and the roles are told, or neither."""
    if roles and not (names or "").strip():
        return Refusal("err.partner_name", "partners")
    if names and not roles:
        return Refusal("err.partner_role", "partner_roles")
    return asking.short(names, "partners")


def first(*checks: Refusal | None) -> Refusal | None:
    """The first refusal among the checks."""
    return next((check for check in checks if check is not None), None)
