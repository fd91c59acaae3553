"""The end of the route, and taking it up again."""

from typing import Annotated, ClassVar

from pydantic import Field

from dialogs.desk import Desk
from dialogs.fields import TEXT_LIMIT, Choice, Text
from dialogs.form import Form, Given
from dialogs.parts import form_screen, line, quiet
from dialogs.say import say
from dialogs.screen import Screen
from meldcode.choices import Grounds
from meldcode.commands import CloseCase, Command, ReopenCase
from meldcode.rules.ending import waits


class CloseForm(Form):
    name: ClassVar[str] = "close"

    grounds: Annotated[Grounds, Choice(label="close.grounds", of=Grounds)]
    reason: Annotated[
        str,
        Field(max_length=TEXT_LIMIT),
        Text(label="close.reason", empty="err.why_close", long=True),
    ]

    def command(self, _given: Given, /) -> Command:
        return CloseCase(self.grounds, self.reason)


class ReopenForm(Form):
    name: ClassVar[str] = "reopen"

    reason: Annotated[
        str, Field(max_length=TEXT_LIMIT), Text(label="reopen.reason", empty="err.why", long=True)
    ]

    def command(self, _given: Given, /) -> Command:
        return ReopenCase(self.reason)


def close(desk: Desk) -> Screen:
    """The form, or what must be done before a case can be closed."""
    first = waits(desk.case)
    if first:
        return Screen("not_yet", say("close.title"), (line(first.key),), handle=desk.handle)
    return form_screen(desk, CloseForm, before=(line("close.body"),), after=(quiet("close.keep"),))


def reopen(desk: Desk) -> Screen:
    return form_screen(desk, ReopenForm, before=(line("reopen.body"),))
