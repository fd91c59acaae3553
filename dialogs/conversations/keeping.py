"""How long a case is kept, what holds it, and the decision to erase it; care team only."""

from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from dialogs.conversations.requests import deciders, listed
from dialogs.desk import Desk
from dialogs.fields import TEXT_LIMIT, Choice, Day, Pick, Text, YesNo
from dialogs.form import NEAR, Form, Given
from dialogs.parts import alert, button, form_screen, head, line, local, quiet, row
from dialogs.screen import Part, Screen
from meldcode.choices_rights import ErasureGround, HoldReason
from meldcode.commands import (
    CallOffErasure,
    Command,
    DecideErasure,
    LiftHold,
    NoteLeft,
    PlaceHold,
)
from meldcode.retention import expires, left_on, years

Parts = tuple[Part, ...]
Words = Annotated[str, Field(max_length=TEXT_LIMIT)]
MOST = 5


class LeftForm(Form):
    name: ClassVar[str] = "left"

    still: Annotated[Literal["yes", "no"], YesNo(label="left.still")]
    on: Annotated[date | None, NEAR, Day(label="left.on", hint="left.on.hint")] = None

    def command(self, _given: Given, /) -> Command:
        return NoteLeft(self.on, still=self.still == "yes")


class HoldForm(Form):
    name: ClassVar[str] = "hold"

    reason: Annotated[HoldReason, Choice(label="hold.reason", of=HoldReason)]
    words: Annotated[Words, Text(label="hold.words", empty="err.why", long=True)]

    def command(self, given: Given, /) -> Command:
        return PlaceHold(given.new_id(), self.reason, self.words)


class LiftForm(Form):
    name: ClassVar[str] = "lift"

    reason: Annotated[Words, Text(label="lift.reason", empty="err.why", long=True)]

    def command(self, given: Given, /) -> Command:
        return LiftHold(given.part, self.reason)


class EraseForm(Form):
    name: ClassVar[str] = "erase"

    ground: Annotated[ErasureGround, Choice(label="erase.ground", of=ErasureGround)]
    decider: Annotated[str, Pick(label="erase.decider", empty="err.decider")]
    reason: Annotated[Words, Text(label="erase.reason", empty="err.why", long=True)]

    def command(self, _given: Given, /) -> Command:
        return DecideErasure(self.ground, self.decider, self.reason)


class CallOffForm(Form):
    name: ClassVar[str] = "call_off"

    reason: Annotated[Words, Text(label="call_off.reason", empty="err.why", long=True)]

    def command(self, _given: Given, /) -> Command:
        return CallOffErasure(self.reason)


def keep(desk: Desk) -> Parts:
    """All of it on one page, also of a case that has ended."""
    return (
        head("keep.head"),
        *_term(desk),
        *_holds(desk),
        *_order(desk),
        *row(*(button(desk, action) for action in _actions(desk))),
        *listed(desk),
    )


def _actions(desk: Desk) -> tuple[str, ...]:
    deciding = desk.case.ended and desk.case.keeping.order is None
    return ("left", "hold", "request", *(("erase",) if deciding else ()))


def _term(desk: Desk) -> Parts:
    case, policy = desk.case, desk.room.policy
    left = left_on(case)
    stays = line("keep.left", on=left) if left else quiet("keep.left.unknown")
    if not case.ended:
        return (line("keep.open"), stays)
    term, over = years(case, policy), expires(case, policy)
    if term is None:
        return (line("keep.unconfirmed"), stays)
    return (line("keep.term", n=term), stays, *((line("keep.expires", on=over),) if over else ()))


def _holds(desk: Desk) -> Parts:
    found: list[Part] = []
    for one in desk.case.keeping.holds[:MOST]:
        since = local(desk.room, one.since)
        found += [alert("keep.hold", reason=one.reason, at=since)]
        found += row(button(desk, "lift", one.id))
    return tuple(found)


def _order(desk: Desk) -> Parts:
    order = desk.case.keeping.order
    if order is None:
        return ()
    who = desk.room.name_of(order.decider)
    return (
        alert("keep.order", ground=order.ground, who=who),
        *row(button(desk, "erase_now"), button(desk, "call_off")),
    )


def left(desk: Desk) -> Screen:
    found = left_on(desk.case)
    preset = {"on": found.isoformat()} if found else {}
    return form_screen(desk, LeftForm, before=(line("left.body"),), preset=preset)


def hold(desk: Desk) -> Screen:
    return form_screen(desk, HoldForm, before=(line("hold.body"),))


def lift(desk: Desk) -> Screen:
    return form_screen(desk, LiftForm, before=(line("lift.body"),))


def erase(desk: Desk) -> Screen:
    """The first of two steps: nothing is gone after it."""
    before = (line("erase.body"), quiet("erase.note"))
    return form_screen(desk, EraseForm, before=before, options=deciders(desk.room))


def call_off(desk: Desk) -> Screen:
    return form_screen(desk, CallOffForm, before=(line("call_off.body"),))
