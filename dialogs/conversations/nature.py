"""Which forms of violence the care team thinks of, and whether the child told it itself."""

from typing import Annotated, ClassVar, Literal

from dialogs.desk import Desk, Options, Room
from dialogs.fields import Option, Pick, YesNo
from dialogs.form import Form, Given
from dialogs.parts import confirmed, form_screen, line, quiet
from dialogs.say import say
from dialogs.screen import Screen
from meldcode import choices
from meldcode.commands import Command, SetForms


class NatureForm(Form):
    name: ClassVar[str] = "nature"

    disclosure: Annotated[Literal["yes", "no"], YesNo(label="nature.disclosure")]
    forms: Annotated[
        list[choices.Form] | None,
        Pick(label="nature.forms", hint="nature.forms.hint", several=True),
    ] = None

    def command(self, _given: Given, /) -> Command:
        return SetForms(tuple(self.forms or ()), self.disclosure == "yes")


def lists(_room: Room) -> Options:
    return {"forms": tuple(Option(form, say(f"nature.is.{form}")) for form in choices.Form)}


def nature(desk: Desk) -> Screen:
    """The present choice is filled in already, so that adding one form loses none."""
    means = confirmed(desk.room, "disclosure", "nature.disclosure.means")
    before = (line("nature.note"), quiet("weighing.caveat"), *means)
    return form_screen(
        desk,
        NatureForm,
        before=before,
        options=lists(desk.room),
        preset={"forms": list(desk.case.forms)},
    )
