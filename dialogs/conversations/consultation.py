"""Step 2: the teacher and the care team write to each other, in one case file."""

from dataclasses import replace
from typing import Annotated, ClassVar

from pydantic import Field

from dialogs.desk import Desk
from dialogs.fields import TEXT_LIMIT, Text
from dialogs.form import Form, Given
from dialogs.parts import form_screen, head, line, quiet, row
from dialogs.say import say
from dialogs.screen import Button, Part, Screen
from meldcode.access import Relation
from meldcode.commands import Command, Write

CHIPS = ("chip1", "chip2", "chip3")
"""Actions that start an answer with a warm first line (texts.md 3.3)."""


class AnswerForm(Form):
    name: ClassVar[str] = "answer"

    text: Annotated[
        str, Field(max_length=TEXT_LIMIT), Text(label="answer.text", empty="err.text", long=True)
    ]

    def command(self, _given: Given, /) -> Command:
        return Write(self.text)


class AskForm(Form):
    """The same, but the case then waits for the teacher."""

    name: ClassVar[str] = "ask"

    text: Annotated[
        str, Field(max_length=TEXT_LIMIT), Text(label="ask.text", empty="err.text", long=True)
    ]

    def command(self, _given: Given, /) -> Command:
        return Write(self.text, asks=True)


def answer(desk: Desk) -> Screen:
    """The teacher answers the care team; the care team answers the teacher, with first lines."""
    if desk.relation is not Relation.CARE:
        return replace(_to(desk, AnswerForm), title=say("answer.title.raiser"))
    chips = (Button(action, say(f"ib.{action}.button")) for action in CHIPS)
    return _to(desk, AnswerForm, head("ib.chips"), *row(*chips))


def ask(desk: Desk) -> Screen:
    return _to(desk, AskForm)


def chip(action: str, desk: Desk) -> Screen:
    """The answer with a first line filled in, after what was typed already."""
    typed = desk.typing.get("text") or ""
    lines = (typed, say(f"ib.{action}")) if typed else (say(f"ib.{action}"),)
    edition = f"{action}{len(typed)}"
    return replace(answer(desk), preset={"text": lines}, edition=edition)


def _to(desk: Desk, form: type[Form], *more: Part) -> Screen:
    """The name of who will read it stands above the box: a wrong recipient is the classic error."""
    return form_screen(
        desk, form, before=(_recipient(desk), *more), after=(quiet("ib.reply.note"),)
    )


def _recipient(desk: Desk) -> Part:
    care = desk.relation is Relation.CARE
    name = desk.room.name_of(desk.case.raised_by if care else desk.case.holder or "")
    return line("ib.reply.to", name=name) if name else line("ib.reply.to.team")
