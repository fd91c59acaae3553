"""What the inspectorate asks about, on one page (protocol, "Criteria voor de inspectie").

There is a code, its conditions are met, and it is used. No name of a child or of a teacher stands
here, and no code of a case.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from dialogs.conversations import bands
from dialogs.desk import School
from dialogs.parts import head, line, quiet, row
from dialogs.say import say
from dialogs.screen import Button, Part, Screen
from meldcode.figures import Figure
from meldcode.people import Role
from meldcode.policy import Policy, Settled
from meldcode.suppression import Band

Parts = tuple[Part, ...]

NEEDED = (Role.INTERN_BEGELEIDER, Role.DEPUTY, Role.AANDACHTSFUNCTIONARIS)
"""Roles without which the route of the code has a hole."""

READERS = frozenset({Role.DIRECTOR, Role.AANDACHTSFUNCTIONARIS})
"""Who reads this page of their school."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is shown of a school, of the school year that began on `since`.

    `held` says how many people hold a role; of the `staff` so many have a training that counts
    (`trained`), or only one that no longer does (`ended`), and so many practised. `others` are the
    viewer's other schools with a way to their page; `keeps` whether she keeps the register.
    """

    school: School
    since: date
    policy: Policy
    held: Mapping[Role, int]
    staff: int
    trained: int
    ended: int
    practised: int
    used: Mapping[Figure, Band]
    bottlenecks: Mapping[str, Band] = field(default_factory=dict)
    others: tuple[tuple[str, str], ...] = ()
    keeps: bool = False


def evidence(found: Evidence) -> Screen:
    register = Button("training", say("training.button")) if found.keeps else None
    elsewhere = (
        row(Button("evidence", say("evidence.other", school=name), handle))
        for name, handle in found.others
    )
    buttons = (*row(register), *(part for one in elsewhere for part in one))
    parts = (*page(found), *buttons, quiet("home.danger"))
    return Screen("evidence", say("evidence.title"), parts)


def page(found: Evidence) -> Parts:
    """The same for a screen and for paper."""
    return (
        line("evidence.of", school=found.school.name),
        *_code(found.policy),
        *_conditions(found),
        *_use(found),
    )


def _code(policy: Policy) -> Parts:
    title = head("evidence.code")
    if not policy.version:
        return (title, line("evidence.no_policy"))
    version = line("evidence.version", version=policy.version, on=policy.valid_from)
    return (title, version, *map(_settled, policy.settled))


def _settled(one: Settled) -> Part:
    said = {"group": one.group, "owners": ", ".join(one.owners), "n": one.items}
    if one.unconfirmed:
        return line("evidence.settled.open", waiting=one.unconfirmed, **said)
    return line("evidence.settled.done", **said)


def _conditions(found: Evidence) -> Parts:
    ends = found.policy.training_months is not None
    return (
        head("evidence.conditions"),
        *(_role(role, found.held.get(role, 0)) for role in NEEDED),
        line("evidence.trained", n=found.trained, staff=found.staff),
        line("evidence.ended", n=found.ended) if ends else quiet("evidence.no_term"),
        line("home.d.practised", n=found.practised),
    )


def _role(role: Role, count: int) -> Part:
    return line("evidence.role" if count else "evidence.no_role", role=role, n=count)


def _use(found: Evidence) -> Parts:
    return (
        head("evidence.use"),
        line("evidence.since", on=found.since),
        *(bands.counted("figure.is", what, one) for what, one in found.used.items()),
        *bands.grouped(found.bottlenecks),
        quiet("home.d.note"),
    )
