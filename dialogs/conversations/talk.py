"""Step 3: a conversation with the parents or the child, at any moment of the route."""

from datetime import date
from typing import Annotated, ClassVar

from pydantic import Field

from dialogs.conversations.brake import brake
from dialogs.desk import Desk
from dialogs.fields import TEXT_LIMIT, Choice, Day, Text
from dialogs.form import NEAR, Form, Given
from dialogs.parts import form_screen, line, quiet
from dialogs.screen import Screen
from meldcode.choices import TalkWith
from meldcode.commands import Command, RecordTalk


class TalkForm(Form):
    name: ClassVar[str] = "talk"

    on: Annotated[date, NEAR, Day(label="talk.on")]
    with_whom: Annotated[TalkWith, Choice(label="talk.with", of=TalkWith)]
    report: Annotated[
        str,
        Field(max_length=TEXT_LIMIT),
        Text(label="talk.report", hint="talk.report.hint", empty="err.talk", long=True),
    ]

    def command(self, _given: Given, /) -> Command:
        return RecordTalk(self.on, self.with_whom, self.report)


def talk(desk: Desk) -> Screen:
    return form_screen(
        desk,
        TalkForm,
        before=(*(brake(desk) or (line("talk.note"),)), quiet("talk.safe")),
        preset={"on": desk.room.today.isoformat()},
    )
