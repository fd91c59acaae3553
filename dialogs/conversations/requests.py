"""What parents, the child or a former pupil ask about the record; care team only."""

from datetime import date
from typing import Annotated, ClassVar

from pydantic import Field

from dialogs import options
from dialogs.desk import Desk, Options, Room
from dialogs.fields import TEXT_LIMIT, Choice, Day, Option, Pick, Text
from dialogs.form import NEAR, Form, Given
from dialogs.parts import button, form_screen, head, here, line, quiet, row
from dialogs.say import say
from dialogs.screen import Button, Part, Quote, Screen
from meldcode.choices_rights import (
    Channel,
    DenialGround,
    Handing,
    Requester,
    RequestKind,
    Verdict,
)
from meldcode.commands import AnswerRequest, Command, DecideRequest, RecordRequest
from meldcode.parts_rights import Request
from meldcode.people import CARE_ROLES, Role

Parts = tuple[Part, ...]
NAME_LIMIT = 100
MOST = 5

DECIDERS = CARE_ROLES | {Role.DIRECTOR}
"""Who can answer for what happens to the record."""

Words = Annotated[str | None, Field(max_length=TEXT_LIMIT)]


class RequestForm(Form):
    name: ClassVar[str] = "request"

    kind: Annotated[RequestKind, Choice(label="request.kind", of=RequestKind)]
    requester: Annotated[
        Requester, Choice(label="request.requester", hint="request.requester.hint", of=Requester)
    ]
    who: Annotated[
        str,
        Field(max_length=NAME_LIMIT),
        Text(label="request.who", empty="err.requester", limit=NAME_LIMIT),
    ]
    channel: Annotated[Channel, Choice(label="request.channel", of=Channel)]
    on: Annotated[date, NEAR, Day(label="request.on")]
    words: Annotated[Words, Text(label="request.words", long=True)] = None

    def command(self, given: Given, /) -> Command:
        return RecordRequest(
            request=given.new_id(),
            kind=self.kind,
            requester=self.requester,
            name=self.who,
            channel=self.channel,
            on=self.on,
            words=self.words,
        )


class VerdictForm(Form):
    name: ClassVar[str] = "verdict"

    verdict: Annotated[Verdict, Choice(label="verdict.verdict", of=Verdict)]
    ground: Annotated[
        DenialGround | None,
        Choice(label="verdict.ground", hint="verdict.ground.hint", of=DenialGround),
    ] = None
    decider: Annotated[str, Pick(label="verdict.decider", empty="err.decider")]
    reason: Annotated[
        Words, Text(label="verdict.reason", hint="verdict.reason.hint", long=True)
    ] = None

    def command(self, given: Given, /) -> Command:
        return DecideRequest(given.part, self.verdict, self.decider, self.ground, self.reason)


class GivenForm(Form):
    name: ClassVar[str] = "given"

    on: Annotated[date, NEAR, Day(label="given.on")]
    how: Annotated[Handing, Choice(label="given.how", of=Handing)]
    checked_by: Annotated[
        str, Pick(label="given.checked_by", hint="given.checked_by.hint", empty="err.checked_by")
    ]
    words: Annotated[Words, Text(label="given.words", long=True)] = None

    def command(self, given: Given, /) -> Command:
        return AnswerRequest(given.part, self.on, self.how, self.checked_by, self.words)


def request(desk: Desk) -> Screen:
    preset = {"on": desk.room.today.isoformat()}
    before = (line("request.body"), quiet("request.gezag"))
    return form_screen(desk, RequestForm, before=before, preset=preset)


def listed(desk: Desk) -> Parts:
    """The newest ones, each with a way in."""
    found = [part for one in desk.case.requests[-MOST:][::-1] for part in _line(desk, one)]
    return (head("request.head"), *found) if found else ()


def _line(desk: Desk, one: Request) -> Parts:
    made = one.made
    told = line("request.line", kind=made.kind, requester=made.requester, on=made.on)
    return (told, _state(one), *row(button(desk, "asked", one.id)))


def _state(one: Request) -> Part:
    if one.answered:
        return quiet("request.answered", on=one.answered.on)
    if one.decided:
        return line("request.decided", verdict=one.decided.verdict, on=one.made.until)
    return line("request.until", on=one.made.until)


def asked(desk: Desk) -> Parts:
    """One request: what was asked, how it stands, and what can be done about it."""
    one = looked_at(desk)
    if one is None:
        return (head("request.head"), *listed(desk))
    made = one.made
    back = Button("keeping", say("keep.back.button"), desk.handle)
    return (
        *row(back),
        head("request.line", kind=made.kind, requester=made.requester, on=made.on),
        Quote(made.name, say("request.by", channel=made.channel)),
        *((Quote(made.words, say("request.said")),) if made.words else ()),
        _state(one),
        *row(*(Button(name, say(f"{name}.button"), here(desk)) for name in _actions(one))),
    )


def _actions(one: Request) -> tuple[str, ...]:
    if not one.open:
        return ()
    inspects = one.made.kind is RequestKind.INSPECTION
    copy = ("veil", *(("copy",) if one.copy else ())) if inspects else ()
    answer = ("given",) if one.decided else ()
    return (*copy, "correct", "verdict", *answer)


def verdict(desk: Desk) -> Screen:
    return form_screen(
        desk,
        VerdictForm,
        before=(line("verdict.body"), quiet("verdict.note")),
        options=deciders(desk.room),
    )


def given(desk: Desk) -> Screen:
    return form_screen(
        desk,
        GivenForm,
        before=(line("given.body"),),
        options=checkers(desk.room),
        preset={"on": desk.room.today.isoformat()},
    )


def looked_at(desk: Desk) -> Request | None:
    """Also where the reference is to a later volume of its copy."""
    name = desk.part.partition("+")[0]
    return next((one for one in desk.case.requests if one.id == name), None)


def deciders(room: Room) -> Options:
    found = (one for one in room.choices if one.has(room.school.id, *DECIDERS))
    return {"decider": tuple(Option(one.id, one.name) for one in found)}


def checkers(room: Room) -> Options:
    """Anybody of the school may have seen who it was."""
    return {"checked_by": options.people(room)}
