"""Step 2: a call to Veilig Thuis, prepared without names (domain.md row 19)."""

from typing import Annotated, ClassVar

from pydantic import Field

from dialogs.desk import Desk
from dialogs.fields import TEXT_LIMIT, Text
from dialogs.form import Form, Given
from dialogs.parts import alert, form_screen, head, line
from dialogs.say import say
from dialogs.screen import Part, Quote, Screen
from meldcode.case import Case
from meldcode.commands import Command, PrepareAdvice
from meldcode.events import AdvicePrepared


class SheetForm(Form):
    name: ClassVar[str] = "sheet"

    seen: Annotated[
        str,
        Field(max_length=TEXT_LIMIT),
        Text(label="sheet.seen", hint="sheet.seen.hint", long=True),
    ]
    since: Annotated[str | None, Field(max_length=TEXT_LIMIT), Text(label="sheet.since")] = None
    safe: Annotated[
        str | None, Field(max_length=TEXT_LIMIT), Text(label="sheet.safe", long=True)
    ] = None
    question: Annotated[
        str,
        Field(max_length=TEXT_LIMIT),
        Text(label="sheet.question", empty="err.text", long=True),
    ]

    def command(self, _given: Given, /) -> Command:
        return PrepareAdvice(self.seen, self.question, self.since, self.safe)


def sheet(desk: Desk) -> Screen:
    """What was prepared before is filled in, so that it can be made better."""
    last = prepared(desk.case)
    names = ("seen", "since", "safe", "question")
    preset = {name: getattr(last, name) for name in names if getattr(last, name, None)}
    return form_screen(
        desk,
        SheetForm,
        before=(line("sheet.note"), alert("sheet.check")),
        preset=preset,
    )


def prepared(case: Case) -> AdvicePrepared | None:
    """The newest sheet."""
    found = (entry.event for entry in reversed(case.entries))
    return next((event for event in found if isinstance(event, AdvicePrepared)), None)


def at_hand(case: Case) -> tuple[Part, ...]:
    """The sheet to read from while calling."""
    last = prepared(case)
    if last is None:
        return ()
    texts = {
        "sheet.seen": last.seen,
        "sheet.since": last.since,
        "sheet.safe": last.safe,
        "sheet.question": last.question,
    }
    return (head("sheet.head"), *(Quote(text, say(key)) for key, text in texts.items() if text))
