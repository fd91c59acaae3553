"""The end of the route, what the teacher thinks of it, and taking it up again."""

from typing import Annotated, ClassVar

from pydantic import Field

from dialogs.desk import Desk, Options
from dialogs.fields import TEXT_LIMIT, Choice, Option, Pick, Text
from dialogs.form import Form, Given
from dialogs.parts import alert, form_screen, line, quiet
from dialogs.say import say
from dialogs.screen import Part, Screen
from meldcode.choices import Bottleneck, Grounds, Helped
from meldcode.commands import CloseCase, Command, GiveOpinion, ReopenCase
from meldcode.rules.ending import waits

Words = Annotated[str | None, Field(max_length=TEXT_LIMIT)]


class CloseForm(Form):
    name: ClassVar[str] = "close"

    grounds: Annotated[Grounds, Choice(label="close.grounds", of=Grounds)]
    reason: Annotated[
        str,
        Field(max_length=TEXT_LIMIT),
        Text(label="close.reason", empty="err.why_close", long=True),
    ]
    bottlenecks: Annotated[
        tuple[Bottleneck, ...] | None,
        Pick(label="close.bottlenecks", hint="close.bottlenecks.hint", several=True),
    ] = None
    bottleneck: Annotated[
        Words, Text(label="close.bottleneck", hint="close.bottleneck.hint", long=True)
    ] = None

    def command(self, _given: Given, /) -> Command:
        return CloseCase(self.grounds, self.reason, self.bottlenecks or (), self.bottleneck)


class ReopenForm(Form):
    name: ClassVar[str] = "reopen"

    reason: Annotated[
        str, Field(max_length=TEXT_LIMIT), Text(label="reopen.reason", empty="err.why", long=True)
    ]

    def command(self, _given: Given, /) -> Command:
        return ReopenCase(self.reason)


class OpinionForm(Form):
    name: ClassVar[str] = "opinion"

    helped: Annotated[Helped, Choice(label="opinion.helped", of=Helped)]
    words: Annotated[Words, Text(label="opinion.words", long=True)] = None

    def command(self, _given: Given, /) -> Command:
        return GiveOpinion(self.helped, self.words)


def close(desk: Desk) -> Screen:
    """The form, or what must be done before a case can be closed."""
    first = waits(desk.case)
    if first:
        return Screen("not_yet", say("close.title"), (line(first.key),), handle=desk.handle)
    return form_screen(
        desk,
        CloseForm,
        before=(*_moves(desk), line("close.body")),
        after=(quiet("close.keep"),),
        options=bottlenecks(),
    )


def bottlenecks() -> Options:
    """What may have got in the way; an answer is counted, the words about it never quoted."""
    kinds = (Option(kind, say(f"bottleneck.{kind}")) for kind in Bottleneck)
    return {"bottlenecks": tuple(kinds)}


def reopen(desk: Desk) -> Screen:
    return form_screen(desk, ReopenForm, before=(line("reopen.body"),))


def opinion(desk: Desk) -> Screen:
    return form_screen(desk, OpinionForm, before=(line("opinion.body"),))


def _moves(desk: Desk) -> tuple[Part, ...]:
    move = desk.case.move
    return (alert("err.move_open"),) if move and not move.handled else ()
