"""After the ZBO: what came of an agenda item, and who tells the parents."""

from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from dialogs.desk import Desk, Options, Room
from dialogs.fields import TEXT_LIMIT, Day, Pick, Text, YesNo
from dialogs.form import NEAR, Form, Given
from dialogs.options import people
from dialogs.partners import PartnerRoles, Partners, partner_roles
from dialogs.parts import form_screen, line
from dialogs.say import say
from dialogs.screen import Quote, Screen
from meldcode.commands import Command, RecordOutcome


class OutcomeForm(Form):
    """Protocol, step 4: an approach for the child, the parents and the teacher."""

    name: ClassVar[str] = "outcome"

    outcome: Annotated[
        str,
        Field(max_length=TEXT_LIMIT),
        Text(label="outcome.text", hint="outcome.text.hint", empty="err.outcome", long=True),
    ]
    child: Annotated[
        str | None, Field(max_length=TEXT_LIMIT), Text(label="outcome.child", long=True)
    ] = None
    parents: Annotated[
        str | None, Field(max_length=TEXT_LIMIT), Text(label="outcome.parents", long=True)
    ] = None
    teacher: Annotated[
        str | None, Field(max_length=TEXT_LIMIT), Text(label="outcome.teacher", long=True)
    ] = None
    present: Annotated[
        list[str] | None, Pick(label="outcome.there", hint="outcome.there.hint", several=True)
    ] = None
    partners: Partners = None
    partner_roles: PartnerRoles = None
    parents_present: Annotated[
        Literal["yes", "no"] | None, YesNo(label="outcome.parents_present")
    ] = None
    parents_absent: Annotated[
        str | None, Field(max_length=TEXT_LIMIT), Text(label="outcome.parents_absent")
    ] = None
    informs: Annotated[str | None, Pick(label="outcome.informs", hint="outcome.informs.hint")] = (
        None
    )
    informs_by: Annotated[date | None, NEAR, Day(label="outcome.informs_by")] = None
    not_informing: Annotated[
        str | None, Field(max_length=TEXT_LIMIT), Text(label="outcome.not_informing")
    ] = None

    def command(self, given: Given, /) -> Command:
        present = None if self.parents_present is None else self.parents_present == "yes"
        return RecordOutcome(
            item=given.part,
            outcome=self.outcome,
            child=self.child,
            parents=self.parents,
            teacher=self.teacher,
            informs=self.informs,
            informs_by=self.informs_by,
            not_informing=self.not_informing,
            parents_present=present,
            parents_absent=self.parents_absent,
            present=tuple(self.present or ()),
            agreement=given.new_id() if self.informs else "",
            partners=self.partners,
            partner_roles=tuple(self.partner_roles or ()),
        )


def outcome(desk: Desk) -> Screen:
    """About the item that the button stood at; its question is shown again."""
    asked = tuple(
        Quote(item.question, say("item.above", on=item.meeting_on))
        for item in desk.case.items
        if item.id == desk.part
    )
    return form_screen(
        desk,
        OutcomeForm,
        before=(*asked, line("zbo.after")),
        options=lists(desk.room),
        preset={"present": list(desk.expected)},
    )


def lists(room: Room) -> Options:
    everybody = people(room)
    return {"informs": everybody, "present": everybody, "partner_roles": partner_roles()}
