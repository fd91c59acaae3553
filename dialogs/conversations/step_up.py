"""A code of one's own app, before anything about a child is read.

The codes count once, so it does not matter that a chat platform shows what is typed.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from dialogs.fields import Text
from dialogs.form import Form
from dialogs.parts import alert, line
from dialogs.say import say
from dialogs.screen import Screen

DIGITS = 6


class StepUpForm(Form):
    name: ClassVar[str] = "step_up"

    code: Annotated[
        str,
        Field(pattern=rf"^[0-9]{{{DIGITS}}}$"),
        Text(label="step_up.code", hint="step_up.code.hint", empty="err.own_code", limit=DIGITS),
    ]


def step_up(handle: str) -> Screen:
    """`handle` is what the person was on the way to; whom to call in danger needs no code (R4)."""
    return Screen(
        name=StepUpForm.name,
        title=say("step_up.title"),
        parts=(line("step_up.note"), alert("home.danger")),
        form=StepUpForm,
        submit=say("step_up.submit"),
        handle=handle,
    )


def none() -> Screen:
    """For who has no app with codes yet."""
    parts = (line("step_up.none"), alert("home.danger"))
    return Screen("no_code", say("step_up.title"), parts)
