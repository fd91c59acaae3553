"""Handle with Care: police were at a child's home, and today school is gentle (domain.md row 108).

Only where the school takes part. A name and a code word come in, nothing of what happened; both
are thrown away after the days of support. The teacher hears it from a person, not from here.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from dialogs.desk import SlipDesk, SlipLine
from dialogs.fields import Text
from dialogs.form import Form
from dialogs.parts import head, line, quiet, row
from dialogs.say import say
from dialogs.screen import Button, Part, Quote, Screen

NAME_LIMIT = 100
WORD_LIMIT = 40
MOST = 20


class HandleWithCareForm(Form):
    name: ClassVar[str] = "gentle"

    child: Annotated[
        str,
        Field(max_length=NAME_LIMIT),
        Text(label="gentle.child", empty="err.child", limit=NAME_LIMIT),
    ]
    word: Annotated[
        str,
        Field(max_length=WORD_LIMIT),
        Text(label="gentle.word", hint="gentle.word.hint", empty="err.word", limit=WORD_LIMIT),
    ]


def handle_with_care(desk: SlipDesk) -> Screen:
    """The children of these days, and room for another."""
    told = tuple(part for one in desk.others[:MOST] for part in _child(one))
    return Screen(
        name=HandleWithCareForm.name,
        title=say("gentle.title"),
        parts=(
            line("gentle.body"),
            *((head("gentle.head"), *told) if told else ()),
        ),
        form=HandleWithCareForm,
        submit=say("gentle.submit"),
        after=(
            quiet("gentle.kept", n=desk.room.policy.handle_with_care_days),
            quiet("home.danger"),
        ),
        edition=str(len(desk.others)),
    )


def _child(one: SlipLine) -> tuple[Part, ...]:
    shown = Quote(f"{one.body['child']} · {one.body['word']}", say("gentle.above", on=one.until))
    return (shown, *row(Button("gentle_done", say("tear.button"), one.handle)))
