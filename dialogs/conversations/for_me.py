"""A question to the IB'er without a child: no case, and nothing is kept of it (row 104)."""

from collections.abc import Callable
from typing import Annotated, ClassVar

from pydantic import Field

from dialogs.desk import SlipDesk, SlipLine
from dialogs.fields import TEXT_LIMIT, Option, Pick, Text
from dialogs.form import Form
from dialogs.parts import alert, line, quiet, row
from dialogs.say import Say, say
from dialogs.screen import Button, Part, Quote, Screen

Parts = tuple[Part, ...]

LIST = "for_me_list"
"""The name of the screens without a field."""

MOST = 20
"""Questions on a screen; what is answered makes room for the next."""


class AskForMeForm(Form):
    name: ClassVar[str] = "for_me"

    text: Annotated[
        str,
        Field(max_length=TEXT_LIMIT),
        Text(label="for_me.text", hint="for_me.text.hint", empty="err.text", long=True),
    ]


class AskForMeAtForm(AskForMeForm):
    """The same for somebody who works at more than one school: whom to ask?"""

    name: ClassVar[str] = "for_me_at"

    school: Annotated[str, Pick(label="sig.school")]

    @classmethod
    def theme(cls) -> str:
        return AskForMeForm.name


class AnswerForMeForm(Form):
    name: ClassVar[str] = "for_me_answer"

    text: Annotated[
        str, Field(max_length=TEXT_LIMIT), Text(label="answer.text", empty="err.text", long=True)
    ]


def for_me(desk: SlipDesk, above: Say | None = None) -> Screen:
    """What waits for the viewer, the viewer's own questions, and room for another."""
    parts = (
        *((alert(above.key),) if above else ()),
        *_listed(desk.others, _asked),
        line("for_me.body" if desk.schools else "for_me.care"),
        *_listed(desk.mine, _mine),
    )
    return _asking(desk, parts) if desk.schools else _screen(parts)


def answering(asked: SlipLine) -> Screen:
    """The question, with room for the answer."""
    return Screen(
        name=AnswerForMeForm.name,
        title=say("for_me.title"),
        parts=(Quote(asked.body["question"], say("for_me.from", who=asked.who)),),
        form=AnswerForMeForm,
        submit=say("for_me_answer.submit"),
        after=(quiet("for_me.kept"), quiet("home.danger")),
        handle=asked.handle,
    )


def answered(asked: SlipLine) -> Screen:
    """Question and answer, once: from now on they have an hour."""
    return _screen(
        (
            Quote(asked.body["question"], say("for_me.asked")),
            Quote(asked.body["answer"], say("for_me.said", who=asked.who)),
            line("for_me.hour"),
            *row(Button("for_me_read", say("for_me_read.button"), asked.handle, primary=True)),
        )
    )


def gone() -> Screen:
    return _screen((line("for_me.gone"),))


def _asking(desk: SlipDesk, parts: Parts) -> Screen:
    several = len(desk.schools) > 1
    options = tuple(Option(school.id, school.name) for school in desk.schools)
    form = AskForMeAtForm if several else AskForMeForm
    return Screen(
        name=form.name,
        title=say("for_me.title"),
        parts=(alert("sig.danger"), *parts),
        form=form,
        submit=say("for_me.submit"),
        after=(quiet("for_me.kept"),),
        options={"school": options} if several else {},
        edition=str(len(desk.mine)),
    )


def _screen(parts: Parts) -> Screen:
    return Screen(LIST, say("for_me.title"), (*parts, quiet("home.danger")))


def _listed(lines: tuple[SlipLine, ...], show: Callable[[SlipLine], Parts]) -> Parts:
    more = (quiet("case.more", n=len(lines) - MOST),) if len(lines) > MOST else ()
    return (*(part for one in lines[:MOST] for part in show(one)), *more)


def _asked(asked: SlipLine) -> Parts:
    return (line("for_me.from", who=asked.who), *row(_open(asked)))


def _mine(mine: SlipLine) -> Parts:
    if mine.waiting:
        return (Quote(mine.body["question"], say("for_me.waits", on=mine.until)),)
    return (line("for_me.there"), *row(_open(mine)))


def _open(one: SlipLine) -> Button:
    return Button("for_me_open", say("for_me_open.button"), one.handle, primary=True)
