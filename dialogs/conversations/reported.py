"""Step 5: the melding is done, the parents know of it, and what school and ZBO still do."""

from datetime import date
from typing import Annotated, ClassVar

from pydantic import Field

from dialogs import options
from dialogs.conversations.agreement import AgreementForm
from dialogs.conversations.gaps import gaps
from dialogs.conversations.melding import decided, not_on_friday
from dialogs.conversations.parents import card
from dialogs.desk import Desk, Options
from dialogs.fields import TEXT_LIMIT, Day, Pick, Text
from dialogs.form import NEAR, Form, Given
from dialogs.parts import alert, form_screen, line, quiet
from dialogs.say import say
from dialogs.screen import Part, Screen
from meldcode.commands import Command, MakeAgreement, RecordMelding, TellParents
from meldcode.shielding import shielded


class ReportedForm(Form):
    name: ClassVar[str] = "reported"

    on: Annotated[date, NEAR, Day(label="reported.on")]
    contact: Annotated[
        str,
        Field(max_length=TEXT_LIMIT),
        Text(label="reported.contact", hint="reported.contact.hint", empty="err.adviser"),
    ]
    reference: Annotated[
        str | None, Field(max_length=TEXT_LIMIT), Text(label="reported.reference")
    ] = None

    def command(self, _given: Given, /) -> Command:
        return RecordMelding(self.on, self.contact, self.reference)


class ParentsToldForm(Form):
    name: ClassVar[str] = "parents_told"

    on: Annotated[date, NEAR, Day(label="parents_told.on")]
    by: Annotated[str, Pick(label="parents_told.by", empty="err.who_informs")]
    reaction: Annotated[
        str,
        Field(max_length=TEXT_LIMIT),
        Text(
            label="parents_told.reaction",
            hint="parents_told.reaction.hint",
            empty="err.talk",
            long=True,
        ),
    ]

    def command(self, _given: Given, /) -> Command:
        return TellParents(self.on, self.by, self.reaction)


class VtAgreementForm(AgreementForm):
    """An agreement like any other, made with Veilig Thuis (protocol, step 5)."""

    name: ClassVar[str] = "vt_agreement"

    def command(self, given: Given, /) -> Command:
        return MakeAgreement(
            given.new_id(), self.what, self.owner, self.due, with_veilig_thuis=True
        )


def report(desk: Desk) -> Screen:
    if desk.case.melding.plan is None:
        return _plan_first(desk)
    return form_screen(
        desk,
        ReportedForm,
        before=(alert("melding.urgent"), *decided(desk), *gaps(desk.case), line("reported.ask")),
        after=_clock(desk),
        preset={"on": desk.room.today.isoformat()},
    )


def _plan_first(desk: Desk) -> Screen:
    parts = (alert("melding.urgent"), line("err.plan_first"))
    return Screen("no_plan", say("reported.title"), parts, handle=desk.handle)


def _clock(desk: Desk) -> tuple[Part, ...]:
    """When word is expected if it is reported today, and that nobody may be at school then."""
    calendar = desk.room.calendar
    due = calendar.add_working(desk.room.today, desk.room.policy.feedback_term)
    closed = () if calendar.is_school_day(due) else (alert("reported.vacation"),)
    return (quiet("reported.clock", on=due), *closed)


def tell(desk: Desk) -> Screen:
    if desk.case.melding.plan is None:
        return _plan_first(desk)
    return form_screen(
        desk,
        ParentsToldForm,
        before=(line("parents_told.note"), *not_on_friday(desk.room), *card(desk)),
        options=known(desk),
        preset={"on": desk.room.today.isoformat()},
    )


def known(desk: Desk) -> Options:
    """Whoever stays anonymous to the family is not offered (domain.md R6)."""
    unknown = shielded(desk.case)
    return {"by": tuple(one for one in options.people(desk.room) if one.value not in unknown)}


def agree(desk: Desk) -> Screen:
    return form_screen(
        desk,
        VtAgreementForm,
        before=(line("vt_agreement.note"),),
        options={"owner": options.people(desk.room)},
    )
