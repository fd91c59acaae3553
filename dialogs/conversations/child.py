"""The name of the child, given later than the signal: in person first, and then here."""

from typing import Annotated, ClassVar

from pydantic import Field

from dialogs.conversations.signal import CHILD_LIMIT
from dialogs.desk import Desk
from dialogs.fields import Text
from dialogs.form import Form, Given
from dialogs.parts import form_screen
from dialogs.screen import Screen
from meldcode.commands import Command, NameChild


class NameForm(Form):
    name: ClassVar[str] = "name"

    child: Annotated[
        str,
        Field(max_length=CHILD_LIMIT),
        Text(label="sig.q3", hint="sig.q3.hint", empty="err.child", limit=CHILD_LIMIT),
    ]

    def command(self, _given: Given, /) -> Command:
        return NameChild(self.child)


def name(desk: Desk) -> Screen:
    return form_screen(desk, NameForm)
