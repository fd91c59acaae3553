"""Step 6 after a melding: what Veilig Thuis tells, and asking for it in time."""

from datetime import date
from typing import Annotated, ClassVar

from pydantic import Field

from dialogs.desk import Desk
from dialogs.fields import TEXT_LIMIT, Day, Text
from dialogs.form import NEAR, Form, Given
from dialogs.parts import alert, form_screen, line, quiet
from dialogs.say import say
from dialogs.screen import Part, Quote, Screen
from meldcode.commands import ChaseFeedback, Command, RecordFeedback


class FeedbackForm(Form):
    name: ClassVar[str] = "feedback"

    on: Annotated[date, NEAR, Day(label="feedback.on")]
    text: Annotated[
        str,
        Field(max_length=TEXT_LIMIT),
        Text(label="feedback.text", empty="err.talk", long=True),
    ]
    next_by: Annotated[
        date | None, NEAR, Day(label="feedback.next_by", hint="feedback.next_by.hint")
    ] = None

    def command(self, _given: Given, /) -> Command:
        return RecordFeedback(self.on, self.text, self.next_by)


class ChaseForm(Form):
    name: ClassVar[str] = "chase"

    on: Annotated[date, NEAR, Day(label="chase.on")]
    text: Annotated[
        str,
        Field(max_length=TEXT_LIMIT),
        Text(label="chase.text", empty="err.talk", long=True),
    ]
    next_by: Annotated[date, NEAR, Day(label="feedback.next_by", hint="chase.next_by.hint")]

    def command(self, _given: Given, /) -> Command:
        return ChaseFeedback(self.on, self.text, self.next_by)


def receive(desk: Desk) -> Screen:
    return _about(desk, FeedbackForm, _whom(desk))


def chase(desk: Desk) -> Screen:
    """With what to say on the phone, and the number and contact that they gave."""
    last = desk.case.melding.done[-1:]
    call = tuple(
        part
        for one in last
        for part in (
            alert("chase.call"),
            line("chase.say", school=desk.room.school.name, on=one.on),
        )
    )
    return _about(desk, ChaseForm, (*call, *_whom(desk), quiet("chase.right")))


def _about(desk: Desk, form: type[Form], before: tuple[Part, ...]) -> Screen:
    """The form, or that there was no melding yet."""
    if not desk.case.melding.done:
        parts = (line("err.not_reported"),)
        return Screen("no_melding", say(f"{form.name}.title"), parts, handle=desk.handle)
    today = desk.room.today.isoformat()
    return form_screen(desk, form, before=before, preset={"on": today})


def _whom(desk: Desk) -> tuple[Part, ...]:
    """Veilig Thuis tells who reported; their number and contact make the call short."""
    found: list[Part] = []
    for one in desk.case.melding.done[-1:]:
        found.append(Quote(one.contact, say("chase.contact")))
        if one.reference:
            found.append(Quote(one.reference, say("chr.reference")))
    reporter = desk.case.melding.reporter
    if reporter:
        found.append(quiet("chase.reporter", who=desk.room.name_of(reporter)))
    return tuple(found)
