"""Putting something right: the old words stay, the new ones come beside them with a reason."""

from typing import Annotated, ClassVar

from pydantic import Field

from dialogs.conversations.choosing import choosing
from dialogs.desk import Desk, Options
from dialogs.entries import options
from dialogs.fields import TEXT_LIMIT, Pick, Text
from dialogs.form import Form, Given
from dialogs.parts import line
from dialogs.screen import Screen
from meldcode.commands import Command, CorrectEntry
from meldcode.rules.record import correctable


class CorrectForm(Form):
    name: ClassVar[str] = "correct"

    entry: Annotated[int, Pick(label="correct.entry")]
    text: Annotated[
        str, Field(max_length=TEXT_LIMIT), Text(label="correct.text", empty="err.text", long=True)
    ]
    reason: Annotated[
        str, Field(max_length=TEXT_LIMIT), Text(label="correct.reason", empty="err.why", long=True)
    ]

    def command(self, _given: Given, /) -> Command:
        return CorrectEntry(self.entry, self.text, self.reason)


def correct(desk: Desk) -> Screen:
    return choosing(desk, CorrectForm, entries(desk), before=(line("correct.body"),))


def entries(desk: Desk) -> Options:
    return {"entry": options(desk, correctable(desk.case, desk.room.viewer))}
