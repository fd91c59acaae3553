"""Private notes: only the author reads them, and they go unless they are handed in (row 103)."""

from typing import Annotated, ClassVar

from pydantic import Field

from dialogs.desk import SlipDesk, SlipLine
from dialogs.fields import TEXT_LIMIT, Text
from dialogs.form import Form
from dialogs.parts import alert, head, quiet, row
from dialogs.say import say
from dialogs.screen import Button, Part, Quote, Screen

MOST = 20
"""Notes on the screen, the newest; each takes three blocks."""


class JotForm(Form):
    name: ClassVar[str] = "jot"

    text: Annotated[
        str,
        Field(max_length=TEXT_LIMIT),
        Text(label="jot.text", hint="jot.text.hint", empty="err.text", long=True),
    ]


def notebook(desk: SlipDesk) -> Screen:
    """The notes below, and above them that keeping something is not consulting somebody."""
    notes = desk.mine[::-1]
    told = (part for note in notes[:MOST] for part in _note(note))
    more = (quiet("case.more", n=len(notes) - MOST),) if len(notes) > MOST else ()
    return Screen(
        name=JotForm.name,
        title=say("jot.title"),
        parts=(alert("jot.not_consulting"), quiet("jot.until")),
        form=JotForm,
        submit=say("jot.submit"),
        after=(
            head("jot.head" if notes else "jot.empty"),
            *told,
            *more,
            quiet("home.danger"),
        ),
        preset=_typed(desk),
        edition=_edition(desk),
    )


def _note(note: SlipLine) -> tuple[Part, ...]:
    above = say("jot.above", on=note.until)
    hand_in = Button("hand_in", say("hand_in.button"), note.handle, primary=True)
    return (
        Quote(note.body["text"], above),
        *row(hand_in, Button("tear", say("tear.button"), note.handle)),
    )


def _typed(desk: SlipDesk) -> dict[str, str]:
    """What stood in the field when a note was thrown away stays there."""
    text = desk.typing.get("text")
    return {"text": text} if text else {}


def _edition(desk: SlipDesk) -> str:
    """The field starts afresh once a note was kept or thrown away."""
    newest = desk.mine[-1].handle if desk.mine else ""
    return f"{len(desk.mine)}{newest[:6]}"
