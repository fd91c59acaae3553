"""Step 1, again: the teacher adds something that she saw or heard."""

from typing import Annotated, ClassVar

from pydantic import Field

from dialogs.desk import Desk
from dialogs.fields import TEXT_LIMIT, Text
from dialogs.form import Form, Given
from dialogs.parts import alert, form_screen
from dialogs.screen import Screen
from meldcode.commands import AddObservation, Command


class ObservationForm(Form):
    name: ClassVar[str] = "add"

    text: Annotated[
        str, Field(max_length=TEXT_LIMIT), Text(label="add.text", hint="add.text.hint", long=True)
    ]

    def command(self, _given: Given, /) -> Command:
        return AddObservation(self.text)


def add(desk: Desk) -> Screen:
    return form_screen(desk, ObservationForm, before=(alert("sig.danger"),))
