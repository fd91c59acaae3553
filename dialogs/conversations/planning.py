"""Planning a talk: who, when, and who stays near (protocol, "Communiceren met ouders")."""

from datetime import date, time
from typing import Annotated, ClassVar

from pydantic import Field

from dialogs import options
from dialogs.conversations.brake import brake
from dialogs.conversations.case import case
from dialogs.conversations.parents import card
from dialogs.conversations.timing import beforehand, unseen
from dialogs.desk import Desk, Options, Room
from dialogs.fields import TEXT_LIMIT, Choice, Day, Pick, Text
from dialogs.form import NEAR, Form, Given
from dialogs.parts import form_screen, line, quiet
from dialogs.say import say
from dialogs.screen import Screen
from meldcode.choices import TalkWith
from meldcode.commands import Command, PlanTalk
from meldcode.events import TalkPlanned

PEOPLE = ("leads", "colleague", "near", "prepared_with")


class PlanForm(Form):
    name: ClassVar[str] = "plan_talk"

    with_whom: Annotated[TalkWith, Choice(label="talk.with", of=TalkWith)]
    on: Annotated[date, NEAR, Day(label="plan.on")]
    at: Annotated[
        time | None,
        Text(label="plan.at", hint="meeting.at.hint", empty="err.time", limit=len("13:30")),
    ] = None
    leads: Annotated[str, Pick(label="plan.leads", empty="err.leads")]
    colleague: Annotated[str | None, Pick(label="plan.colleague")] = None
    near: Annotated[str | None, Pick(label="plan.near", hint="plan.near.hint")] = None
    prepared_with: Annotated[str | None, Pick(label="plan.prepared", hint="plan.prepared.hint")] = (
        None
    )
    sees_child: Annotated[
        str | None, Field(max_length=TEXT_LIMIT), Text(label="plan.sees_child")
    ] = None

    def command(self, given: Given, /) -> Command:
        return PlanTalk(talk=given.new_id(), **dict(self))


def lists(room: Room) -> Options:
    everybody = options.people(room)
    return dict.fromkeys(PEOPLE, everybody)


def plan(desk: Desk) -> Screen:
    return form_screen(
        desk,
        PlanForm,
        before=(
            *(brake(desk) or (line("talk.note"),)),
            *(*beforehand(desk), quiet("plan.note")),
            *card(desk),
        ),
        options=lists(desk.room),
    )


def planned(desk: Desk) -> Screen:
    """The case again; a talk about a report right before free days comes with a question."""
    last = desk.case.entries[-1].event
    warned = isinstance(last, TalkPlanned) and unseen(desk, last.on)
    return case(desk).with_alert(say("talk.break")) if warned else case(desk)
