"""Step 3: a conversation with the parents or the child, at any moment of the route."""

from datetime import date
from typing import Annotated, ClassVar

from pydantic import Field

from dialogs.desk import Desk
from dialogs.fields import TEXT_LIMIT, Choice, Day, Text
from dialogs.form import NEAR, Form, Given
from dialogs.parts import alert, form_screen, line, quiet
from dialogs.screen import Part, Screen
from meldcode.case import Case
from meldcode.choices import ParentsTalk, TalkWith, Urgency
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
        before=(_first(desk.case), quiet("talk.safe")),
        preset={"on": desk.room.today.isoformat()},
    )


def parents_may_wait(case: Case) -> bool:
    """With danger, or doubt whether a talk is safe, nothing urges to talk to parents first (R7)."""
    signal = case.signal
    return signal is not None and (
        signal.urgency is Urgency.NOW or signal.parents is ParentsTalk.UNSAFE
    )


def _first(case: Case) -> Part:
    return alert("talk.wait") if parents_may_wait(case) else line("talk.note")
