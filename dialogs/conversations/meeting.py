"""Another ZBO meeting, beside those of the organisation file.

It is no command about a case: the process keeps the list of meetings.
"""

from datetime import date, time
from typing import Annotated, ClassVar

from dialogs.desk import Room
from dialogs.fields import Day, Pick, Text
from dialogs.form import NEAR, Form
from dialogs.options import people
from dialogs.say import say
from dialogs.screen import Screen


class MeetingForm(Form):
    """`on` and `at` are the day and the wall clock of the school; `chair` a person id."""

    name: ClassVar[str] = "meeting"

    on: Annotated[date, NEAR, Day(label="meeting.on")]
    at: Annotated[
        time,
        Text(label="meeting.at", hint="meeting.at.hint", empty="err.time", limit=len("13:30")),
    ]
    chair: Annotated[str | None, Pick(label="meeting.chair")] = None


def new_meeting(room: Room) -> Screen:
    return Screen(
        name=MeetingForm.name,
        title=say("meeting.title"),
        form=MeetingForm,
        submit=say("meeting.submit"),
        close=say("word.back"),
        options={"chair": people(room)},
    )
