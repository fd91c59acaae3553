"""Who takes part: people, their roles per school, and whom a message is meant for."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Role(StrEnum):
    """A role at one school (protocol, "De Meldcode in de ondersteuningsstructuur")."""

    TEACHER = "teacher"
    INTERN_BEGELEIDER = "intern_begeleider"
    DEPUTY = "deputy"
    AANDACHTSFUNCTIONARIS = "aandachtsfunctionaris"
    DIRECTOR = "director"
    ZBO_CHAIR = "zbo_chair"
    OKA = "oka"
    SMW = "smw"
    JGZ = "jgz"
    ADMIN = "admin"


class PartnerRole(StrEnum):
    """A role of somebody who took part in a meeting and does not use the app."""

    OKA = "oka"
    SMW = "smw"
    JGZ = "jgz"
    VEILIG_THUIS = "veilig_thuis"


CARE_ROLES = frozenset({Role.INTERN_BEGELEIDER, Role.DEPUTY, Role.AANDACHTSFUNCTIONARIS})
"""Roles that may read every case of their school."""

PARTNERS = frozenset({Role.OKA, Role.SMW, Role.JGZ})
"""Those of youth care whom a school needs to weigh and decide (protocol, basismodel)."""

TECHNICAL = frozenset({Role.ADMIN})
"""Roles in which nobody takes part in a case."""


@dataclass(frozen=True, slots=True)
class Person:
    """A member of staff or a partner.

    `roles` maps a school id to the roles held there; a person may work at several schools.
    `meetings` are the ids of the ZBO meetings of which the person is a standing member. `on` is the
    day on which all of this holds; without one, whatever ends by itself counts as ended.
    """

    id: str
    name: str
    roles: Mapping[str, frozenset[Role]] = field(default_factory=dict)
    meetings: frozenset[str] = frozenset()
    on: date = date.max

    def attends(self, school: str, meeting: str) -> bool:
        """Whether the person is a member of a meeting and still has a place at its school."""
        return meeting in self.meetings and school in self.roles

    def has(self, school: str, *roles: Role) -> bool:
        """Whether the person holds at least one of `roles` at `school`."""
        return not self.roles.get(school, frozenset()).isdisjoint(roles)

    @property
    def in_care(self) -> bool:
        """Whether the person is in the care team of at least one school."""
        return any(self.has(school, *CARE_ROLES) for school in self.roles)

    def works_at(self, school: str) -> bool:
        """Whether the person does more there than keep the app running."""
        return bool(self.roles.get(school, frozenset()) - TECHNICAL)

    @property
    def schools(self) -> tuple[str, ...]:
        return tuple(sorted(self.roles))


class Audience(StrEnum):
    """Whom a notice or duty is for, as a place in the case.

    It is turned into people at the moment of sending, so that a change of holder or
    of roles takes effect at once. SECOND is the care team without one person, who wrote what
    another of them confirms.
    """

    RAISER = "raiser"
    HOLDER = "holder"
    DEPUTY = "deputy"
    AANDACHTSFUNCTIONARIS = "aandachtsfunctionaris"
    DIRECTOR = "director"
    CHAIR = "chair"
    MEMBER = "member"
    OWNER = "owner"
    FOLLOWER = "follower"
    SECOND = "second"
