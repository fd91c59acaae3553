"""Other hands: another holder, and the teacher who sees the child from now on."""

from datetime import date, timedelta
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from dialogs.desk import Desk, Options, Room
from dialogs.fields import TEXT_LIMIT, Day, Option, Pick, Text, YesNo
from dialogs.form import NEAR, Form, Given
from dialogs.parts import form_screen, line, quiet
from dialogs.screen import Screen
from meldcode.breaks import breaks
from meldcode.commands import AnswerFollower, Command, HandOver, NameFollower
from meldcode.people import CARE_ROLES, Role

Words = Annotated[str | None, Field(max_length=TEXT_LIMIT)]
SOON = timedelta(days=90)
"""So long before the summer a new teacher is meant for after it."""


class HandoverForm(Form):
    name: ClassVar[str] = "handover"

    holder: Annotated[str, Pick(label="handover.holder", empty="err.holder")]
    words: Annotated[Words, Text(label="handover.words", hint="handover.words.hint", long=True)] = (
        None
    )

    def command(self, _given: Given, /) -> Command:
        return HandOver(self.holder, self.words)


class FollowerForm(Form):
    name: ClassVar[str] = "follower"

    teacher: Annotated[str, Pick(label="follower.teacher", empty="err.follower")]
    since: Annotated[date, NEAR, Day(label="follower.since")]
    shared: Annotated[
        Words, Text(label="follower.shared", hint="follower.shared.hint", long=True)
    ] = None
    share_reason: Annotated[Words, Text(label="follower.share_reason", long=True)] = None
    parents_know: Annotated[Literal["yes", "no"] | None, YesNo(label="follower.parents")] = None
    because: Annotated[
        Words, Text(label="follower.because", hint="follower.because.hint", long=True)
    ] = None

    def command(self, _given: Given, /) -> Command:
        return NameFollower(
            teacher=self.teacher,
            since=self.since,
            shared=self.shared,
            share_reason=self.share_reason,
            parents_know=None if self.parents_know is None else self.parents_know == "yes",
            because=self.because,
        )


class AnswerFollowerForm(Form):
    name: ClassVar[str] = "answer_follower"

    text: Annotated[
        str, Field(max_length=TEXT_LIMIT), Text(label="answer.text", empty="err.text", long=True)
    ]

    def command(self, _given: Given, /) -> Command:
        return AnswerFollower(self.text)


def handover(desk: Desk) -> Screen:
    before = (line("handover.note"),)
    return form_screen(desk, HandoverForm, before=before, options=holders(desk.room))


def holders(room: Room) -> Options:
    """The care team of the school."""
    return {"holder": _people(room, CARE_ROLES)}


def follower(desk: Desk) -> Screen:
    return form_screen(
        desk,
        FollowerForm,
        before=(line("follower.note"), quiet("follower.letter")),
        options=teachers(desk.room),
        preset={"since": _since(desk.room).isoformat()},
    )


def teachers(room: Room) -> Options:
    return {"teacher": _people(room, frozenset({Role.TEACHER}))}


def answer(desk: Desk) -> Screen:
    name = desk.room.name_of(desk.case.handover.follower or "")
    to = line("ib.reply.to", name=name) if name else line("ib.reply.to.team")
    return form_screen(desk, AnswerFollowerForm, before=(to,), after=(quiet("ib.reply.note"),))


def _people(room: Room, roles: frozenset[Role]) -> tuple[Option, ...]:
    found = (one for one in room.choices if room.roles_of(one) & roles)
    return tuple(Option(one.id, one.name) for one in found)


def _since(room: Room) -> date:
    """After the summer if that is near, else today."""
    coming = (one for one in breaks(room.calendar, room.today) if one.summer)
    summer = next(coming, None)
    return summer.back if summer and summer.last - room.today < SOON else room.today
