"""A child that goes to another school: an alarm, what may be passed on, and who was told."""

from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from dialogs.conversations.brake import brake
from dialogs.conversations.stop import old
from dialogs.desk import Desk, Room
from dialogs.fields import TEXT_LIMIT, Day, Text, YesNo
from dialogs.form import NEAR, Form, Given
from dialogs.parts import alert, form_screen, line, quiet
from dialogs.say import say
from dialogs.screen import Part, Quote, Screen
from meldcode.commands import Command, HandleMove, ReportMove
from meldcode.parts_moving import Move

Parts = tuple[Part, ...]
Yes = Literal["yes", "no"]
Words = Annotated[str | None, Field(max_length=TEXT_LIMIT)]
SCHOOL_LIMIT = 100


class ReportMoveForm(Form):
    name: ClassVar[str] = "moves"

    sudden: Annotated[Yes, YesNo(label="moves.sudden", hint="moves.sudden.hint")]
    on: Annotated[date, NEAR, Day(label="moves.on")]
    new_school: Annotated[
        str | None,
        Field(max_length=SCHOOL_LIMIT),
        Text(label="moves.new_school", hint="moves.new_school.hint", limit=SCHOOL_LIMIT),
    ] = None

    def command(self, _given: Given, /) -> Command:
        return ReportMove(self.on, self.sudden == "yes", self.new_school)


class HandleMoveForm(Form):
    name: ClassVar[str] = "move"

    vt_told: Annotated[Yes, YesNo(label="move.vt")]
    vt_reason: Annotated[Words, Text(label="move.vt.why", hint="move.why.hint", long=True)] = None
    parents_told: Annotated[Yes, YesNo(label="move.parents")]
    parents_reason: Annotated[
        Words, Text(label="move.parents.why", hint="move.why.hint", long=True)
    ] = None
    passed_on: Annotated[
        Words, Text(label="move.passed_on", hint="move.passed_on.hint", long=True)
    ] = None

    def command(self, _given: Given, /) -> Command:
        return HandleMove(
            vt_told=self.vt_told == "yes",
            parents_told=self.parents_told == "yes",
            vt_reason=self.vt_reason,
            parents_reason=self.parents_reason,
            passed_on=self.passed_on,
        )


def report(desk: Desk) -> Screen:
    preset = {"on": desk.room.today.isoformat()}
    return form_screen(desk, ReportMoveForm, before=(line("moves.note"),), preset=preset)


def handle(desk: Desk) -> Screen:
    """What is known of the move and what may be told to the new school; nothing else may."""
    move = desk.case.move
    if move is None or move.handled:
        return old()
    before = (*told(move), alert("move.call"), *brake(desk), *_pass_on(desk.room))
    return form_screen(desk, HandleMoveForm, before=before)


def told(move: Move) -> Parts:
    """The facts of a move."""
    school = Quote(move.new_school, say("move.school")) if move.new_school else None
    return (
        line("move.sudden" if move.sudden else "move.planned", on=move.on),
        school or quiet("move.school.none"),
    )


def _pass_on(room: Room) -> Parts:
    """Only what the board says; without word of the board nothing may be passed on."""
    if not room.policy.facts.pass_on:
        return (alert("move.pass_on.none"),)
    return (line("move.pass_on"), quiet("move.pass_on.only"))


def alarm(desk: Desk) -> Parts:
    """For the care team's first screen, while nobody said what was done."""
    move = desk.case.move
    if move is None or move.handled:
        return ()
    return (alert("move.sudden" if move.sudden else "move.planned", on=move.on),)
