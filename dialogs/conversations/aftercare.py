"""Step 6: contact with the OKA, evaluation in the ZBO, and aftercare."""

from datetime import date
from typing import Annotated, ClassVar

from pydantic import Field

from dialogs.conversations.schedule import ScheduleForm, plan
from dialogs.desk import Desk
from dialogs.fields import TEXT_LIMIT, Choice, Day, Text
from dialogs.form import NEAR, Form, Given
from dialogs.parts import form_screen, line
from dialogs.say import say
from dialogs.screen import Screen
from meldcode.choices import CareFor, ItemKind
from meldcode.commands import Command, RecordAftercare, RecordOkaContact


class OkaForm(Form):
    name: ClassVar[str] = "oka"

    on: Annotated[date, NEAR, Day(label="oka.on")]
    report: Annotated[
        str,
        Field(max_length=TEXT_LIMIT),
        Text(label="oka.report", hint="oka.report.hint", empty="err.oka", long=True),
    ]

    def command(self, _given: Given, /) -> Command:
        return RecordOkaContact(self.on, self.report)


class EvaluateForm(ScheduleForm):
    """An item that asks how the approach works out, not what to do."""

    name: ClassVar[str] = "evaluate"
    kind: ClassVar[ItemKind] = ItemKind.EVALUATION


class AftercareForm(Form):
    name: ClassVar[str] = "aftercare"

    whom: Annotated[CareFor, Choice(label="aftercare.whom", of=CareFor)]
    words: Annotated[
        str,
        Field(max_length=TEXT_LIMIT),
        Text(label="aftercare.words", hint="aftercare.words.hint", empty="err.text", long=True),
    ]

    def command(self, _given: Given, /) -> Command:
        return RecordAftercare(self.whom, self.words)


def oka(desk: Desk) -> Screen:
    preset = {"on": desk.room.today.isoformat()}
    return form_screen(desk, OkaForm, before=(line("oka.note"),), preset=preset)


def evaluate(desk: Desk) -> Screen:
    return plan(desk, EvaluateForm, {"question": say("evaluate.question")})


def aftercare(desk: Desk) -> Screen:
    return form_screen(desk, AftercareForm, before=(line("aftercare.note"),))
