"""Step 5: who stays anonymous to the family, on which of the three grounds, and what follows."""

from typing import Annotated, ClassVar

from pydantic import Field

from dialogs import options
from dialogs.desk import Desk, Options, Room
from dialogs.fields import TEXT_LIMIT, Choice, Pick, Text
from dialogs.form import Form, Given
from dialogs.parts import alert, form_screen, line, quiet
from dialogs.screen import Screen
from meldcode.choices_melding import AnonymityGround, Argued, Unknown
from meldcode.commands import ClaimAnonymity, Command, LiftAnonymity

Argument = Annotated[str | None, Field(max_length=TEXT_LIMIT)]


class AnonymousForm(Form):
    """A ground is claimed by writing why it applies; what stays empty is not claimed."""

    name: ClassVar[str] = "anonymous"

    unknown: Annotated[Unknown, Choice(label="anonymous.unknown", of=Unknown)]
    children: Annotated[Argument, Text(label="anonymous.children", long=True)] = None
    staff: Annotated[Argument, Text(label="anonymous.staff", long=True)] = None
    trust: Annotated[Argument, Text(label="anonymous.trust", long=True)] = None
    parents_by: Annotated[
        str | None, Pick(label="anonymous.parents_by", hint="anonymous.parents_by.hint")
    ] = None

    def command(self, _given: Given, /) -> Command:
        written = {ground: getattr(self, ground) for ground in AnonymityGround}
        argued = tuple(Argued(ground, text) for ground, text in written.items() if text)
        return ClaimAnonymity(self.unknown, argued, self.parents_by)


class KnownForm(Form):
    name: ClassVar[str] = "known"

    reason: Annotated[
        str, Field(max_length=TEXT_LIMIT), Text(label="known.reason", empty="err.why", long=True)
    ]

    def command(self, _given: Given, /) -> Command:
        return LiftAnonymity(self.reason)


def claim(desk: Desk) -> Screen:
    before = (
        line("anonymous.note"),
        line("anonymous.known"),
        alert("anonymous.one"),
        quiet("anonymous.why"),
    )
    after = (quiet("anonymous.copies"), quiet("anonymous.talks"))
    return form_screen(desk, AnonymousForm, before=before, after=after, options=lists(desk.room))


def lift(desk: Desk) -> Screen:
    return form_screen(desk, KnownForm, before=(line("known.note"),))


def lists(room: Room) -> Options:
    return {"parents_by": options.people(room)}
