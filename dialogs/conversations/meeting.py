"""Another ZBO meeting, beside those of the organisation file.

It is no command about a case: the process keeps the list of meetings.
"""

from datetime import date, time
from typing import Annotated, ClassVar

from dialogs.desk import Options, Room
from dialogs.fields import Day, Pick, Text
from dialogs.form import NEAR, Form
from dialogs.options import people
from dialogs.say import say
from dialogs.screen import Screen


class MeetingForm(Form):
    """`on` and `at` are the day and the wall clock of the school; `chair` a person id.

    Protocol, step 4: `members`, of the school and its partners, are there for every item.
    """

    name: ClassVar[str] = "meeting"

    on: Annotated[date, NEAR, Day(label="meeting.on")]
    at: Annotated[
        time,
        Text(label="meeting.at", hint="meeting.at.hint", empty="err.time", limit=len("13:30")),
    ]
    chair: Annotated[str | None, Pick(label="meeting.chair")] = None
    members: Annotated[
        list[str] | None,
        Pick(label="meeting.members", hint="meeting.members.hint", several=True),
    ] = None


def new_meeting(room: Room) -> Screen:
    """It starts with the members of the next meeting, if one is planned."""
    usual = min(room.meetings, key=lambda one: one.at, default=None)
    return Screen(
        name=MeetingForm.name,
        title=say("meeting.title"),
        form=MeetingForm,
        submit=say("meeting.submit"),
        close=say("word.back"),
        options=lists(room),
        preset={"members": list(usual.members)} if usual else {},
    )


def lists(room: Room) -> Options:
    return {"chair": people(room), "members": people(room)}
