"""Bringing a case into the ZBO: which meeting, which question, and whether the parents come."""

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field

from dialogs.conversations.brake import brake
from dialogs.desk import Desk, Options, Room
from dialogs.fields import TEXT_LIMIT, Pick, Text, YesNo
from dialogs.form import Form, Given
from dialogs.options import meetings, people
from dialogs.parts import form_screen, line, quiet
from dialogs.say import say
from dialogs.screen import Part, Quote, Screen
from meldcode.choices import ItemKind
from meldcode.commands import Command, ScheduleZbo

QUESTION_LIMIT = 200
MINUTES = 10
MOST_MINUTES = 120


class ScheduleForm(Form):
    """Protocol, step 4: parents are present "indien mogelijk"; if not invited, it is said why."""

    name: ClassVar[str] = "schedule"
    kind: ClassVar[ItemKind] = ItemKind.QUESTION

    meeting: Annotated[str, Pick(label="zbo.meeting", empty="err.pick_meeting")]
    question: Annotated[
        str,
        Field(max_length=QUESTION_LIMIT),
        Text(label="zbo.item", hint="zbo.item.hint", empty="err.question", limit=QUESTION_LIMIT),
    ]
    parents_invited: Annotated[Literal["yes", "no"], YesNo(label="zbo.parents")]
    parents_reason: Annotated[
        str | None, Field(max_length=TEXT_LIMIT), Text(label="zbo.parents.why")
    ] = None
    parents_informed: Annotated[
        Literal["yes", "no"], YesNo(label="zbo.informed", hint="zbo.informed.hint")
    ]
    not_informed: Annotated[
        str | None, Field(max_length=TEXT_LIMIT), Text(label="zbo.informed.why")
    ] = None
    guests: Annotated[
        list[str] | None, Pick(label="zbo.guests.ask", hint="zbo.guests.hint", several=True)
    ] = None
    minutes: Annotated[
        int,
        Field(ge=1, le=MOST_MINUTES),
        Text(label="zbo.minutes", empty="err.minutes", limit=len(str(MOST_MINUTES))),
    ]

    def command(self, given: Given, /) -> Command:
        invited, informed = self.parents_invited == "yes", self.parents_informed == "yes"
        return ScheduleZbo(
            item=given.new_id(),
            meeting=self.meeting,
            meeting_on=given.meetings.get(self.meeting),
            question=self.question,
            parents_invited=invited,
            parents_reason=None if invited else self.parents_reason,
            minutes=self.minutes,
            kind=self.kind,
            guests=tuple(self.guests or ()),
            parents_informed=informed,
            not_informed=None if informed else self.not_informed,
        )


def schedule(desk: Desk) -> Screen:
    return plan(desk, ScheduleForm)


def plan(desk: Desk, form: type[ScheduleForm], preset: Mapping[str, Any] | None = None) -> Screen:
    """Without a meeting ahead there is nothing to fill in, only what to do about it.

    Nor is there while another item of the kind is open: that one is moved, or dealt with.
    """
    items = (item for item in desk.case.items if item.kind is form.kind and not item.handled)
    asked = tuple(Quote(item.question, say("item.above", on=item.meeting_on)) for item in items)
    screen = form_screen(
        desk,
        form,
        before=(line("schedule.note"), *brake(desk)),
        after=(quiet("schedule.chair"),),
        options=lists(desk.room),
        preset={"minutes": str(MINUTES), **(preset or {})},
    )
    if asked:
        return instead(screen, (*brake(desk), *asked, line("schedule.open")))
    return screen if meetings(desk.room) else instead(screen, (line("zbo.none"),))


def lists(room: Room) -> Options:
    return {"meeting": meetings(room), "guests": people(room)}


def instead(screen: Screen, said: tuple[Part, ...]) -> Screen:
    """What to do where there is nothing to fill in."""
    return Screen("no_meeting", screen.title, said, handle=screen.handle)
