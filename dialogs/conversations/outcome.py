"""After the ZBO: what came of an agenda item."""

from typing import Annotated, ClassVar

from pydantic import Field

from dialogs.desk import Desk
from dialogs.fields import TEXT_LIMIT, Text
from dialogs.form import Form, Given
from dialogs.parts import form_screen, line
from dialogs.say import say
from dialogs.screen import Quote, Screen
from meldcode.commands import Command, RecordOutcome


class OutcomeForm(Form):
    name: ClassVar[str] = "outcome"

    outcome: Annotated[
        str,
        Field(max_length=TEXT_LIMIT),
        Text(label="outcome.text", hint="outcome.text.hint", empty="err.outcome", long=True),
    ]

    def command(self, given: Given, /) -> Command:
        return RecordOutcome(given.part, self.outcome)


def outcome(desk: Desk) -> Screen:
    """About the item that the button stood at; its question is shown again."""
    asked = tuple(
        Quote(item.question, say("item.above", on=item.meeting_on))
        for item in desk.case.items
        if item.id == desk.part
    )
    return form_screen(desk, OutcomeForm, before=(*asked, line("zbo.after")))
