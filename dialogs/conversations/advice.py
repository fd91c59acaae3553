"""Step 2: advice that Veilig Thuis gave; asking is possible without a name."""

from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from dialogs.conversations.sheet import at_hand
from dialogs.desk import Desk
from dialogs.fields import TEXT_LIMIT, Day, Text, YesNo
from dialogs.form import NEAR, Form, Given
from dialogs.parts import form_screen, line
from dialogs.screen import Screen
from meldcode.commands import Command, RecordAdvice

NAME_LIMIT = 100


class AdviceForm(Form):
    name: ClassVar[str] = "advice"

    on: Annotated[date, NEAR, Day(label="advice.on")]
    adviser: Annotated[
        str,
        Field(max_length=NAME_LIMIT),
        Text(label="advice.adviser", empty="err.adviser", limit=NAME_LIMIT),
    ]
    advice: Annotated[
        str,
        Field(max_length=TEXT_LIMIT),
        Text(label="advice.advice", empty="err.advice", long=True),
    ]
    follow_up: Annotated[
        str | None, Field(max_length=TEXT_LIMIT), Text(label="advice.follow_up", long=True)
    ] = None
    anonymous: Annotated[Literal["yes", "no"] | None, YesNo(label="advice.anonymous")] = None

    def command(self, _given: Given, /) -> Command:
        nameless = None if self.anonymous is None else self.anonymous == "yes"
        return RecordAdvice(self.on, self.adviser, self.advice, self.follow_up, nameless)


def advice(desk: Desk) -> Screen:
    return form_screen(
        desk,
        AdviceForm,
        before=(line("advice.call"), *at_hand(desk.case)),
        preset={"on": desk.room.today.isoformat()},
    )
