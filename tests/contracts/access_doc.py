"""Writes docs/access.md from the rules: `python -m tests.contracts.access_doc`."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from itertools import chain
from pathlib import Path

from dialogs import registry
from dialogs.desk import Desk
from meldcode import commands
from meldcode.access import ACTION_OF, ALLOWED, Action, Relation, may, relations
from meldcode.case import Case
from meldcode.choices import Present
from meldcode.people import Person, Role
from tests.builders import AGREEMENT, CONSULT, PLAN, TOGETHER, WEIGH, on_agenda, play
from tests.builders_after import NAME_FOLLOWER
from tests.builders_confidential import GLASS
from tests.builders_guests import INVITE
from tests.contracts.steps_doc import table
from tests.contracts.tree import ROOT
from tests.dialogs.desks import STAFF, cases, desk
from tests.school import OTHER_SCHOOL, SCHOOL, TODAY

PAGE = Path("docs/access.md")
YES, NO = "yes", "."
WHO = "somebody"
HEAD = """\
# Who may do what

Written from the rules by `make docs`; a test compares it with them.
Everything is decided in `meldcode/access.py`: a person has relations to a case, by their roles at
its school and by their place in it, and each relation allows some actions. Whatever is not allowed
looks as if there were no such case. `yes` is what somebody can do; a dot is what they cannot.
"""

CASE = play(on_agenda(), commands.ExcludePerson("another", "Family."))
PLACES: Mapping[str, Case] = {
    "is nothing else to it": CASE,
    "told it": replace(CASE, raised_by=WHO),
    "sees the child now": play(CASE, replace(NAME_FOLLOWER, teacher=WHO)),
    "has an agreement": play(CASE, replace(AGREEMENT, owner=WHO)),
    "reads along": play(CASE, replace(INVITE, person=WHO)),
    "opened it in an emergency": play(
        CASE, GLASS, by=Person(WHO, WHO, {SCHOOL: frozenset({Role.DIRECTOR})}, on=TODAY)
    ),
    "is asked a question": play(CASE, replace(CONSULT, person=WHO)),
    "has a talk": play(CASE, replace(PLAN, leads=WHO)),
    "took part in a weighing to confirm": play(
        CASE, replace(WEIGH, present=(TOGETHER[0], Present(WHO, Role.OKA)))
    ),
    "is a member of the meeting": CASE,
    "holds it": replace(CASE, holder=WHO),
    "is kept out": replace(
        play(CASE, replace(AGREEMENT, owner=WHO), commands.ExcludePerson(WHO, "Family.")),
        raised_by=WHO,
        holder=WHO,
    ),
}
"""What somebody is to a case beside their role -> such a case, on the agenda of a meeting."""

SEATED = {"is a member of the meeting", "is kept out"}
Cell = tuple[str, str, str, bool]
"""Place, role, action, and whether that is allowed."""


def who(place: str, role: Role, school: str = SCHOOL) -> Person:
    seats = frozenset({CASE.items[0].meeting}) if place in SEATED else frozenset[str]()
    return Person(WHO, WHO, {school: frozenset({role})}, seats, TODAY)


def cells(school: str = SCHOOL) -> Iterator[Cell]:
    """Every role at a school, in every place, for every action."""
    for place, case in PLACES.items():
        for role in Role:
            person = who(place, role, school)
            for action in Action:
                yield place, role, action, may(person, action, case)


def by_role(place: str) -> Iterator[Iterable[object]]:
    case = PLACES[place]
    for role in Role:
        person = who(place, role)
        marks = (YES if may(person, action, case) else NO for action in Action)
        yield role, ", ".join(relations(person, case)) or "none", *marks


@cache
def sights() -> Mapping[tuple[str, Relation], bool]:
    """Screen and relation -> whether it shows more than the case as that relation opens it."""
    found: dict[tuple[str, Relation], bool] = {}
    for name, relation in ((name, one) for name in registry.SCREENS for one in Relation):
        found[name, relation] = any(_shows(name, at) for at in tables()[relation])
    return found


@cache
def tables() -> Mapping[Relation, tuple[Desk, ...]]:
    """Cases at all stages, as somebody of each relation has them on the table."""
    samples = (*cases().values(), *(case for case in PLACES.values() if not case.circle.excluded))
    seen = [desk(case, person) for case in samples for person in STAFF if relations(person, case)]
    return {one: tuple(at for at in seen if at.relation is one)[:MOST] for one in Relation}


MOST = 12
"""Sample cases of each relation: enough to find every screen, few enough to be quick."""


def _shows(name: str, at: Desk) -> bool:
    return name == "open" or registry.SCREENS[name](at) != registry.SCREENS["open"](at)


def screens() -> Iterator[Iterable[object]]:
    for name in sorted(registry.SCREENS):
        yield f"`{name}`", *(YES if sights()[name, one] else NO for one in Relation)


def asked() -> Iterator[Iterable[object]]:
    for command, action in ACTION_OF.items():
        marks = (YES if action in ALLOWED[one] else NO for one in Relation)
        yield f"`{command.__name__}`", f"`{action}`", *marks


def elsewhere() -> str:
    """Who of another school may do anything, as a sentence."""
    found = {(place, role) for place, role, _, allowed in cells(OTHER_SCHOOL) if allowed}
    told = [f"`{role}` who {place}" for place, role in sorted(found)]
    return "Of another school of the board: " + (", ".join(told) or "nobody") + ".\n"


def page() -> str:
    """The whole page, in Markdown."""
    actions, places = ", ".join(Action), ", ".join(Relation)
    matrix = (
        (f"## Somebody who {place}\n", table(f"role, relation, {actions}", by_role(place)))
        for place in PLACES
    )
    return "\n".join(
        (
            HEAD,
            elsewhere(),
            *chain.from_iterable(matrix),
            "## Commands, by relation\n",
            table(f"command, action, {places}", asked()),
            "## Screens, by relation\n",
            "A dot means that whoever asks for it gets their own part of the case instead.\n",
            table(f"screen, {places}", screens()),
        )
    )


if __name__ == "__main__":
    (ROOT / PAGE).write_text(page(), encoding="utf-8")
