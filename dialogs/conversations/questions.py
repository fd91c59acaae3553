"""Step 5: the five questions of the national afwegingskader, one at a time, in their order.

Wording and order as in texts.md 3.5 (handelingsprotocol.nl); the software never scores.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from dialogs.desk import Desk
from dialogs.fields import TEXT_LIMIT, Choice, Text
from dialogs.form import Form, Given
from dialogs.parts import alert, confirmed, form_screen, line, quiet
from dialogs.say import say
from dialogs.screen import Part, Screen
from meldcode.choices import Answer
from meldcode.commands import AnswerQuestion, Command
from meldcode.weighing import CAN_HELP, UNSAFE, next_question, unsafe

WORDING = "2026-11-23"
"""The version of the words of the five questions (`dec.q.*`): the day on which their source was
read. Other words get a new one, which two roles confirm in the policy (docs/decisions/0007)."""

PLAIN = frozenset({Answer.DOUBT.value})
Reason = Annotated[
    str,
    Field(max_length=TEXT_LIMIT),
    Text(label="question.reason", empty="err.why", long=True),
]


class QuestionForm(Form):
    """One question; a form each, so that an answer always belongs to what was asked."""

    number: ClassVar[int]

    answer: Answer
    reason: Reason

    @classmethod
    def theme(cls) -> str:
        return "question"

    def command(self, _given: Given, /) -> Command:
        return AnswerQuestion(self.number, self.answer, self.reason)


class SuspicionForm(QuestionForm):
    name: ClassVar[str] = "question1"
    number: ClassVar[int] = 1
    answer: Annotated[Answer, Choice(label="dec.q.1", of=Answer)]


class UnsafeForm(QuestionForm):
    name: ClassVar[str] = "question2"
    number: ClassVar[int] = 2
    answer: Annotated[Answer, Choice(label="dec.q.2", hint="dec.q.2.hint", of=Answer)]


class HelpForm(QuestionForm):
    name: ClassVar[str] = "question3"
    number: ClassVar[int] = 3
    answer: Annotated[Answer, Choice(label="dec.q.3", of=Answer, without=PLAIN)]


class AcceptedForm(QuestionForm):
    name: ClassVar[str] = "question4"
    number: ClassVar[int] = 4
    answer: Annotated[Answer, Choice(label="dec.q.4", of=Answer, without=PLAIN)]


class EffectiveForm(QuestionForm):
    name: ClassVar[str] = "question5"
    number: ClassVar[int] = 5
    answer: Annotated[Answer, Choice(label="dec.q.5", of=Answer, without=PLAIN)]


QUESTION_FORMS = (SuspicionForm, UnsafeForm, HelpForm, AcceptedForm, EffectiveForm)


def question(desk: Desk) -> Screen:
    """The question that comes now; without one, what can be done instead."""
    number = next_question(desk.case.questions)
    if not desk.case.weighings or number is None:
        key = "question.done" if desk.case.weighings else "err.weigh_first"
        return Screen("no_question", say("question.title"), (line(key),), handle=desk.handle)
    form = QUESTION_FORMS[number - 1]
    return form_screen(desk, form, before=(*_call(desk, number), quiet("question.note")))


def _call(desk: Desk, number: int) -> tuple[Part, ...]:
    """The phone number stands with the question about safety, and with all after "unsafe".

    What unsafe means is said in the words that the board confirmed (domain.md 1.3).
    """
    if number == UNSAFE:
        return (
            alert("dec.q.2.call"),
            *confirmed(desk.room, "acute_unsafety", "dec.q.2.acute"),
            *confirmed(desk.room, "structural_unsafety", "dec.q.2.structural"),
        )
    if number >= CAN_HELP and unsafe(desk.case.questions):
        return (alert("question.together"),)
    return ()
