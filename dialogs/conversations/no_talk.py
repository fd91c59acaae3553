"""There was no talk: that is on record too, with why."""

from typing import Annotated, ClassVar

from pydantic import Field

from dialogs.desk import Desk
from dialogs.fields import TEXT_LIMIT, Choice, Text
from dialogs.form import Form, Given
from dialogs.parts import form_screen, line
from dialogs.screen import Screen
from meldcode.choices import TalkWith
from meldcode.choices_talks import NotHeld
from meldcode.commands import Command, RecordNoTalk


class NoTalkForm(Form):
    name: ClassVar[str] = "no_talk"

    with_whom: Annotated[TalkWith, Choice(label="no_talk.with", of=TalkWith)]
    reason: Annotated[NotHeld, Choice(label="no_talk.reason", of=NotHeld)]
    words: Annotated[
        str | None,
        Field(max_length=TEXT_LIMIT),
        Text(label="no_talk.words", empty="err.why", long=True),
    ] = None

    def command(self, given: Given, /) -> Command:
        return RecordNoTalk(self.reason, self.words, given.part or None, self.with_whom)


def no_talk(desk: Desk) -> Screen:
    """About a planned talk, with whom it would be is filled in already."""
    planned = next((one for one in desk.case.talks if one.id == desk.part), None)
    company = {"with_whom": planned.with_whom.value} if planned else {}
    return form_screen(desk, NoTalkForm, before=(line("no_talk.note"),), preset=company)
