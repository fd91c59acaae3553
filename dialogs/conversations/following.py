"""Step 6: agreeing on a rhythm, looking how the child is doing, putting a look off."""

from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from dialogs.conversations.standing import helps
from dialogs.desk import Desk
from dialogs.fields import TEXT_LIMIT, Choice, Day, Text
from dialogs.form import NEAR, Form, Given
from dialogs.parts import alert, form_screen, line, quiet
from dialogs.screen import Part, Screen
from meldcode.access import Relation
from meldcode.choices import Trend
from meldcode.commands import AgreeFollowing, Command, NoteFollowing, Snooze
from meldcode.rules.following import LONGEST_RHYTHM


class Later(StrEnum):
    """How many school days a look can be put off."""

    TOMORROW = "1"
    THREE = "3"
    TEN = "10"


class FollowForm(Form):
    name: ClassVar[str] = "following"

    rhythm: Annotated[
        int,
        Field(ge=1, le=LONGEST_RHYTHM),
        Text(label="following.rhythm", hint="following.rhythm.hint", empty="err.rhythm", limit=3),
    ]
    first: Annotated[
        date | None, NEAR, Day(label="following.first", hint="following.first.hint")
    ] = None

    def command(self, _given: Given, /) -> Command:
        return AgreeFollowing(self.rhythm, self.first)


class NoteForm(Form):
    name: ClassVar[str] = "note"

    trend: Annotated[Trend, Choice(label="note.trend", of=Trend)]
    text: Annotated[
        str | None, Field(max_length=TEXT_LIMIT), Text(label="note.text", long=True)
    ] = None

    def command(self, _given: Given, /) -> Command:
        return NoteFollowing(self.trend, self.text)


class SnoozeForm(Form):
    name: ClassVar[str] = "snooze"

    days: Annotated[Later, Choice(label="snooze.days", of=Later)]

    def command(self, _given: Given, /) -> Command:
        return Snooze(int(self.days))


class SnoozeWhyForm(SnoozeForm):
    """The same after it was put off too often: now with a reason."""

    name: ClassVar[str] = "snooze_why"

    reason: Annotated[
        str,
        Field(max_length=TEXT_LIMIT),
        Text(label="snooze.reason", empty="nud.snooze.why", long=True),
    ]

    @classmethod
    def theme(cls) -> str:
        return SnoozeForm.name

    def command(self, _given: Given, /) -> Command:
        return Snooze(int(self.days), self.reason)


FOLLOWING_FORMS = (FollowForm, NoteForm, SnoozeForm, SnoozeWhyForm)


def better(_given: Given) -> Command:
    return NoteFollowing(Trend.BETTER)


def same(_given: Given) -> Command:
    return NoteFollowing(Trend.SAME)


def follow(desk: Desk) -> Screen:
    rhythm = desk.case.rhythm or desk.room.policy.follow_rhythm
    before = (line("following.note"),)
    return form_screen(desk, FollowForm, before=before, preset={"rhythm": str(rhythm)})


def note(desk: Desk) -> Screen:
    return form_screen(desk, NoteForm, before=(line("note.note"), *_help(desk)))


def _help(desk: Desk) -> tuple[Part, ...]:
    """Protocol, step 6: the school "kan zien of de ingestelde hulp effect heeft"."""
    running = helps(desk) if desk.relation is Relation.CARE else ()
    return (quiet("note.help"), *running) if running else ()


def worse(desk: Desk) -> Screen:
    """Already filled in, so that sending is enough; words may be added."""
    return form_screen(
        desk,
        NoteForm,
        before=(alert("note.worse"),),
        preset={"trend": Trend.WORSE.value},
        edition="worse",
    )


def snooze(desk: Desk) -> Screen:
    if desk.case.snoozes < desk.room.policy.snooze_free:
        return form_screen(desk, SnoozeForm)
    return form_screen(desk, SnoozeWhyForm, before=(line("nud.snooze.why"),))
