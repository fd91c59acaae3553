"""What somebody reads who is asked a question: the question, and the name if it was shared."""

from typing import Annotated, ClassVar

from pydantic import Field

from dialogs.conversations.stop import old
from dialogs.desk import Desk
from dialogs.fields import TEXT_LIMIT, Text
from dialogs.form import Form, Given
from dialogs.parts import button, form_screen, line, quiet, row
from dialogs.say import say
from dialogs.screen import Part, Quote, Screen
from meldcode.asides import consult_of
from meldcode.commands import AnswerConsult, Command
from meldcode.parts_consultation import Consult

Parts = tuple[Part, ...]


class LetterForm(Form):
    name: ClassVar[str] = "consult_answer"

    text: Annotated[
        str,
        Field(max_length=TEXT_LIMIT),
        Text(label="letter.text", hint="letter.text.hint", empty="err.text", long=True),
    ]

    def command(self, given: Given, /) -> Command:
        return AnswerConsult(given.part, self.text)


def letter(desk: Desk) -> Parts:
    """Nothing of the case and no reason: only who asks, and what."""
    asked = consult_of(desk.case, desk.room.viewer.id)
    if asked is None:
        return ()
    return (
        *_question(desk, asked),
        quiet("letter.how"),
        *row(
            button(desk, "consult_answer", asked.id, primary=True),
            button(desk, "consult_no", asked.id),
        ),
    )


def answer(desk: Desk) -> Screen:
    """The form below the question; a question that was taken back is gone."""
    asked = consult_of(desk.case, desk.room.viewer.id)
    if asked is None:
        return old()
    return form_screen(
        desk, LetterForm, before=_question(desk, asked), after=(quiet("letter.who_reads"),)
    )


def _question(desk: Desk, asked: Consult) -> Parts:
    above = say("letter.from", who=desk.room.name_of(asked.by), until=asked.until)
    named = Quote(asked.name, say("case.child")) if asked.name else quiet("letter.no_name")
    return (Quote(asked.question, above), *_from(desk), named)


def _from(desk: Desk) -> Parts:
    """At another school it is said which school asks, and that there are walls between."""
    if desk.room.roles_of(desk.room.viewer):
        return ()
    return (line("letter.school", school=desk.room.school.name), quiet("letter.walls"))
