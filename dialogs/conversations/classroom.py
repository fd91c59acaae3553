"""Step 2: observing in class, and what was said in a discussion with colleagues."""

from datetime import date
from typing import Annotated, ClassVar

from pydantic import Field

from dialogs import options
from dialogs.desk import Desk, Options, Room
from dialogs.fields import TEXT_LIMIT, Choice, Day, Pick, Text
from dialogs.form import NEAR, Form, Given
from dialogs.parts import button, form_screen, line, quiet, row
from dialogs.screen import Part, Screen
from meldcode.choices_consultation import Place
from meldcode.commands import (
    CancelClassObservation,
    Command,
    NoteClassObservation,
    PlanClassObservation,
    RecordDiscussion,
)
from meldcode.parts_consultation import Visit

Parts = tuple[Part, ...]

MOST = 5


class ObserveForm(Form):
    """Whoever observes is of the care team: others could not write down what they saw."""

    name: ClassVar[str] = "observe"

    observer: Annotated[str, Pick(label="observe.who", empty="err.observer")]
    on: Annotated[date, NEAR, Day(label="observe.on")]

    def command(self, given: Given, /) -> Command:
        return PlanClassObservation(given.new_id(), self.observer, self.on)


class ObservedForm(Form):
    name: ClassVar[str] = "observed"

    on: Annotated[date, NEAR, Day(label="observed.on")]
    text: Annotated[
        str,
        Field(max_length=TEXT_LIMIT),
        Text(label="observed.text", hint="observed.text.hint", long=True),
    ]

    def command(self, given: Given, /) -> Command:
        return NoteClassObservation(self.on, self.text, given.part or None)


class NotObservedForm(Form):
    name: ClassVar[str] = "not_observed"

    reason: Annotated[
        str,
        Field(max_length=TEXT_LIMIT),
        Text(label="not_observed.reason", hint="not_observed.hint", empty="err.why", long=True),
    ]

    def command(self, given: Given, /) -> Command:
        return CancelClassObservation(given.part, self.reason)


class DiscussionForm(Form):
    """The protocol: "evt. in groeps- of leerlingbespreking"."""

    name: ClassVar[str] = "discussion"

    on: Annotated[date, NEAR, Day(label="discussion.on")]
    place: Annotated[Place, Choice(label="discussion.place", of=Place)]
    present: Annotated[
        list[str], Pick(label="discussion.present", several=True, empty="err.who_present")
    ]
    text: Annotated[
        str,
        Field(max_length=TEXT_LIMIT),
        Text(label="discussion.text", empty="err.text", long=True),
    ]

    def command(self, _given: Given, /) -> Command:
        return RecordDiscussion(self.on, self.place, tuple(self.present), self.text)


def observers(room: Room) -> Options:
    return {"observer": options.care_team(room)}


def present(room: Room) -> Options:
    return {"present": options.people(room)}


def observe(desk: Desk) -> Screen:
    return form_screen(
        desk, ObserveForm, before=(line("observe.note"),), options=observers(desk.room)
    )


def observed(desk: Desk) -> Screen:
    planned = next((one.on for one in desk.case.visits if one.id == desk.part), desk.room.today)
    day = min(planned, desk.room.today)
    return form_screen(desk, ObservedForm, preset={"on": day.isoformat()})


def not_observed(desk: Desk) -> Screen:
    return form_screen(desk, NotObservedForm)


def discussion(desk: Desk) -> Screen:
    return form_screen(
        desk,
        DiscussionForm,
        before=(line("discussion.note"),),
        options=present(desk.room),
        preset={"on": desk.room.today.isoformat()},
    )


def waiting(desk: Desk) -> Parts:
    """Planned observations with their buttons, the soonest on top."""
    found = sorted((one for one in desk.case.visits if not one.settled), key=lambda one: one.on)
    told = tuple(part for one in found[:MOST] for part in _visit(desk, one))
    more = (quiet("case.more", n=len(found) - MOST),) if len(found) > MOST else ()
    return (*told, *more)


def _visit(desk: Desk, one: Visit) -> Parts:
    begun = one.on <= desk.room.today
    return (
        line("observe.is", who=desk.room.name_of(one.observer), on=one.on),
        *row(
            button(desk, "observed", one.id) if begun else None,
            button(desk, "not_observed", one.id),
        ),
    )
