"""Step 1, again: the teacher adds something, and the care team says how it came to be known."""

from datetime import date
from typing import Annotated, ClassVar

from pydantic import Field

from dialogs.conversations.choosing import choosing
from dialogs.desk import Desk, Options
from dialogs.entries import options
from dialogs.fields import TEXT_LIMIT, Choice, Day, Pick, Text
from dialogs.form import NEAR, Form, Given
from dialogs.parts import alert, form_screen, line, quiet
from dialogs.screen import Screen
from meldcode.choices import Origin
from meldcode.commands import AddObservation, Command, MarkObservation
from meldcode.rules.signal import observations


class ObservationForm(Form):
    name: ClassVar[str] = "add"

    text: Annotated[
        str, Field(max_length=TEXT_LIMIT), Text(label="add.text", hint="add.text.hint", long=True)
    ]
    origin: Annotated[Origin | None, Choice(label="add.origin", of=Origin)] = None
    on: Annotated[date | None, NEAR, Day(label="add.on", hint="add.on.hint")] = None

    def command(self, _given: Given, /) -> Command:
        return AddObservation(self.text, origin=self.origin, on=self.on)


class MarkForm(Form):
    name: ClassVar[str] = "mark"

    entry: Annotated[int, Pick(label="mark.entry")]
    origin: Annotated[Origin, Choice(label="mark.origin", of=Origin)]
    on: Annotated[date | None, NEAR, Day(label="add.on", hint="add.on.hint")] = None

    def command(self, _given: Given, /) -> Command:
        return MarkObservation(self.entry, self.origin, self.on)


class OwnMarkForm(MarkForm):
    """The teacher says it of what she told herself: the first thing, too."""

    name: ClassVar[str] = "mark_own"

    origin: Annotated[Origin, Choice(label="add.origin", of=Origin)]


def add(desk: Desk) -> Screen:
    return form_screen(
        desk,
        ObservationForm,
        before=(alert("sig.danger"),),
        after=(quiet("add.child"), quiet("add.small")),
    )


def mark(desk: Desk) -> Screen:
    return choosing(desk, MarkForm, entries(desk), before=(line("mark.body"),))


def mark_own(desk: Desk) -> Screen:
    return choosing(desk, OwnMarkForm, entries(desk), before=(line("mark_own.body"),))


def entries(desk: Desk) -> Options:
    return {"entry": options(desk, observations(desk.case))}
