"""Step 4: weighing the signals together, with the three questions of the protocol."""

from datetime import date
from typing import Annotated, ClassVar

from pydantic import Field

from dialogs import options
from dialogs.desk import Desk, Options, Room
from dialogs.fields import TEXT_LIMIT, AnyField, Choice, Day, Pick, Text
from dialogs.form import NEAR, Form, Given
from dialogs.partners import PartnerRoles, Partners, partner_roles
from dialogs.parts import alert, form_screen, line, quiet
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
    partners: Partners = None
    partner_roles: PartnerRoles = None
    danger: Annotated[Answer, Choice(label="weighing.danger", of=Answer)]
    hinders: Annotated[Answer, Choice(label="weighing.hinders", of=Answer)]
    risks: Annotated[
        str,
        Field(max_length=TEXT_LIMIT),
        Text(label="weighing.risks", empty="err.risks", long=True),
    ]
    risks_long: Annotated[
        str | None,
        Field(max_length=TEXT_LIMIT),
        Text(label="weighing.risks_long", long=True),
    ] = None
    reason: Annotated[
        str,
        Field(max_length=TEXT_LIMIT),
        Text(label="weighing.reason", empty="err.why", long=True),
    ]

    def command(self, _given: Given, /) -> Command:
        return self.weigh()

    def weigh(self, on: date | None = None, again: str | None = None) -> Weigh:
        return Weigh(
            present=options.present(self.present),
            danger=self.danger,
            hinders=self.hinders,
            risks=self.risks,
            reason=self.reason,
            on=on,
            again=again,
            risks_long=self.risks_long,
            partners=self.partners,
            partner_roles=tuple(self.partner_roles or ()),
        )


class WeighAgainForm(WeighForm):
    """The only way back from answers: a new weighing, on a day and with a reason (row 98)."""

    name: ClassVar[str] = "weighing_again"

    on: Annotated[date, NEAR, Day(label="weighing.on")]
    again: Annotated[
        str,
        Field(max_length=TEXT_LIMIT),
        Text(label="weighing.again", empty="err.why_again", long=True),
    ]

    @classmethod
    def theme(cls) -> str:
        return WeighForm.name

    @classmethod
    def fields(cls) -> dict[str, AnyField]:
        """When and why come first."""
        found = super().fields()
        return {"on": found.pop("on"), "again": found.pop("again"), **found}

    def command(self, _given: Given, /) -> Command:
        return self.weigh(self.on, self.again)


def weigh(desk: Desk) -> Screen:
    before = (line("weighing.note"), quiet("weighing.partner"), quiet("weighing.caveat"))
    offered = lists(desk.room)
    if not desk.case.weighings:
        return form_screen(desk, WeighForm, before=before, options=offered)
    return form_screen(
        desk,
        WeighAgainForm,
        before=(alert("weighing.anew"), *before),
        options=offered,
        preset={"on": desk.room.today.isoformat()},
    )


def lists(room: Room) -> Options:
    return {"present": options.roles(room), "partner_roles": partner_roles()}
