"""Being away for some days: the deputy looks along until the last of them."""

from datetime import date
from typing import Annotated, ClassVar

from dialogs.fields import Day
from dialogs.form import NEAR, Form
from dialogs.parts import line, quiet
from dialogs.say import say
from dialogs.screen import Screen


class AwayForm(Form):
    name: ClassVar[str] = "away_until"

    until: Annotated[date, NEAR, Day(label="away_until.until", hint="away_until.hint")]


def away(deputy: str) -> Screen:
    return Screen(
        name=AwayForm.name,
        title=say("away_until.title"),
        parts=(line("away_until.body", who=deputy), quiet("home.danger")),
        form=AwayForm,
        submit=say("away_until.submit"),
        close=say("word.back"),
    )


def arranged(deputy: str, until: date) -> Screen:
    """Home says the same when it is opened again."""
    when = line("home.away.until", who=deputy, on=until)
    parts = (when, quiet("away_until.back"), quiet("home.danger"))
    return Screen(name="arranged", title=say("away_until.title"), parts=parts)
