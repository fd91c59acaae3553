"""Who may know of a case, and who is kept out of it (domain.md R11)."""

from collections.abc import Callable
from typing import Annotated, ClassVar

from pydantic import Field

from dialogs.conversations.choosing import choosing
from dialogs.desk import Desk, Options
from dialogs.fields import TEXT_LIMIT, Option, Pick, Text
from dialogs.form import Form, Given
from dialogs.parts import alert, head, line, quiet
from dialogs.screen import Part, Screen
from meldcode.commands import Command, EndExclusion, ExcludePerson
from meldcode.left_open import left_open
from meldcode.people import CARE_ROLES, Person

Parts = tuple[Part, ...]
Why = Annotated[
    str,
    Field(max_length=TEXT_LIMIT),
    Text(label="exclude.reason", hint="exclude.reason.hint", empty="err.exclude_why", long=True),
]


class ExcludeForm(Form):
    name: ClassVar[str] = "exclude"

    person: Annotated[str, Pick(label="exclude.person", empty="err.exclude")]
    reason: Why

    def command(self, _given: Given, /) -> Command:
        return ExcludePerson(self.person, self.reason)


class AdmitForm(Form):
    name: ClassVar[str] = "admit"

    person: Annotated[str, Pick(label="admit.person", empty="err.not_excluded")]
    reason: Why

    def command(self, _given: Given, /) -> Command:
        return EndExclusion(self.person, self.reason)


def exclude(desk: Desk) -> Screen:
    before = (line("exclude.body"), quiet("exclude.last"))
    return choosing(desk, ExcludeForm, excludable(desk), before=before)


def excludable(desk: Desk) -> Options:
    """Everybody but for the one who told, and for who is the last of the care team."""
    team = tuple(one for one in desk.room.choices if _cares(desk, one))
    last = team[0].id if len(team) == 1 else None
    kept = {desk.case.raised_by, last}
    return {"person": _names(desk, lambda one: one.id not in kept | desk.room.barred)}


def admit(desk: Desk) -> Screen:
    return choosing(desk, AdmitForm, admissible(desk), before=(line("admit.body"),))


def admissible(desk: Desk) -> Options:
    return {"person": _names(desk, lambda one: one.id in desk.room.barred)}


def circle(desk: Desk) -> Parts:
    """On top of the menu: who is kept out, and what of theirs waits for other hands."""
    out = sorted(desk.room.name_of(one) for one in desk.room.barred)
    told = (head("circle.excluded"), *(line("circle.one", who=one) for one in out)) if out else ()
    return (*told, *waiting(desk))


def waiting(desk: Desk) -> Parts:
    """What is still in the hands of who is kept out."""
    return tuple(
        alert(f"circle.open.{what}", who=desk.room.name_of(who))
        for who, what in left_open(desk.case)
    )


def _cares(desk: Desk, person: Person) -> bool:
    return person.has(desk.case.school, *CARE_ROLES)


def _names(desk: Desk, fits: Callable[[Person], bool]) -> tuple[Option, ...]:
    everybody = (*desk.room.staff, *(one for one, _ in desk.room.elsewhere))
    return tuple(Option(one.id, one.name) for one in everybody if fits(one))
