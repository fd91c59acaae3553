"""Step 4: weighing the signals together, with the three questions of the protocol."""

from typing import Annotated, ClassVar

from pydantic import Field

from dialogs import options
from dialogs.desk import Desk
from dialogs.fields import TEXT_LIMIT, Choice, Pick, Text
from dialogs.form import Form, Given
from dialogs.parts import form_screen, line, quiet
from dialogs.screen import Screen
from meldcode.choices import Answer
from meldcode.commands import Command, Weigh


class WeighForm(Form):
    """Protocol, "Stap 4: Weging en risicotaxatie in het ZBO": danger, development, risks."""

    name: ClassVar[str] = "weighing"

    present: Annotated[
        list[str],
        Pick(label="weighing.present", hint="weighing.together", several=True, empty="err.present"),
    ]
    danger: Annotated[Answer, Choice(label="weighing.danger", of=Answer)]
    hinders: Annotated[Answer, Choice(label="weighing.hinders", of=Answer)]
    risks: Annotated[
        str,
        Field(max_length=TEXT_LIMIT),
        Text(label="weighing.risks", empty="err.risks", long=True),
    ]
    reason: Annotated[
        str,
        Field(max_length=TEXT_LIMIT),
        Text(label="weighing.reason", empty="err.why", long=True),
    ]

    def command(self, _given: Given, /) -> Command:
        return Weigh(
            present=options.present(self.present),
            danger=self.danger,
            hinders=self.hinders,
            risks=self.risks,
            reason=self.reason,
        )


def weigh(desk: Desk) -> Screen:
    return form_screen(
        desk,
        WeighForm,
        before=(line("weighing.note"), quiet("weighing.caveat")),
        options={"present": options.roles(desk.room)},
    )
