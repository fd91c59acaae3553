"""Who does what, and when it must be done (protocol, step 3 of the support route)."""

from datetime import date
from typing import Annotated, ClassVar

from pydantic import Field

from dialogs.desk import Desk
from dialogs.fields import TEXT_LIMIT, Day, Pick, Text
from dialogs.form import NEAR, Form, Given
from dialogs.options import people
from dialogs.parts import form_screen
from dialogs.screen import Screen
from meldcode.commands import Command, KeepAgreement, MakeAgreement


class AgreementForm(Form):
    name: ClassVar[str] = "agreement"

    what: Annotated[
        str,
        Field(max_length=TEXT_LIMIT),
        Text(label="agreement.what", empty="err.what", long=True),
    ]
    owner: Annotated[str, Pick(label="agreement.owner", empty="err.owner")]
    due: Annotated[date, NEAR, Day(label="agreement.due")]

    def command(self, given: Given, /) -> Command:
        return MakeAgreement(given.new_id(), self.what, self.owner, self.due)


def agree(desk: Desk) -> Screen:
    return form_screen(desk, AgreementForm, options={"owner": people(desk.room)})


def keep(given: Given) -> Command:
    """The agreement at which the button stood has been carried out."""
    return KeepAgreement(given.part)
