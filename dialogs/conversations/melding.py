"""Step 5: preparing a melding: who does it, and what parents and child hear."""

from typing import Annotated, ClassVar

from pydantic import Field

from dialogs import options
from dialogs.conversations.gaps import gaps
from dialogs.conversations.parents import card
from dialogs.desk import Desk, Options, Room
from dialogs.fields import TEXT_LIMIT, Choice, Pick, Text
from dialogs.form import Form, Given
from dialogs.parts import alert, form_screen, line, quiet
from dialogs.screen import Part, Screen
from meldcode.choices_melding import ChildHeard, Informing
from meldcode.commands import Command, PlanMelding


class MeldingForm(Form):
    """Protocol, "Melden bij Veilig Thuis": who reports is weighed for each case anew."""

    name: ClassVar[str] = "melding"

    reporter: Annotated[
        str | None,
        Pick(label="melding.reporter", hint="melding.reporter.hint", empty="err.who_reports"),
    ] = None
    reporter_other: Annotated[
        str | None,
        Field(max_length=TEXT_LIMIT),
        Text(label="melding.reporter_other", hint="melding.reporter_other.hint"),
    ] = None
    trust: Annotated[
        str,
        Field(max_length=TEXT_LIMIT),
        Text(label="melding.trust", hint="melding.trust.hint", empty="err.trust", long=True),
    ]
    parents: Annotated[Informing, Choice(label="melding.parents", of=Informing)]
    parents_by: Annotated[
        str | None, Pick(label="melding.parents_by", hint="melding.parents_by.hint")
    ] = None
    parents_reason: Annotated[
        str | None, Field(max_length=TEXT_LIMIT), Text(label="melding.parents_reason", long=True)
    ] = None
    child: Annotated[
        ChildHeard, Choice(label="melding.child", hint="melding.child.hint", of=ChildHeard)
    ]
    child_reason: Annotated[
        str | None, Field(max_length=TEXT_LIMIT), Text(label="melding.child_reason", long=True)
    ] = None

    def command(self, _given: Given, /) -> Command:
        return PlanMelding(
            trust=self.trust,
            parents=self.parents,
            child=self.child,
            reporter=self.reporter,
            reporter_other=self.reporter_other,
            parents_by=self.parents_by,
            parents_reason=self.parents_reason,
            child_reason=self.child_reason,
        )


def plan(desk: Desk) -> Screen:
    """The phone number first: what is urgent waits for no form."""
    before = (
        alert("melding.urgent"),
        line("melding.note"),
        quiet("melding.norm"),
        *decided(desk),
        *gaps(desk.case),
        *card(desk),
    )
    return form_screen(
        desk,
        MeldingForm,
        before=before,
        after=not_on_friday(desk.room),
        options=lists(desk.room),
    )


def not_on_friday(room: Room) -> tuple[Part, ...]:
    """The advice that a board may switch off (domain.md row 95)."""
    return (quiet("melding.friday"),) if room.policy.friday_warning else ()


def decided(desk: Desk) -> tuple[Part, ...]:
    """What was agreed until now; a reporter outside the app is named in the record only."""
    reporter, informs = desk.case.melding.reporter, desk.case.melding.informs
    name = desk.room.name_of(reporter or "")
    return (
        *((line("chr.reporter", who=name),) if reporter else ()),
        *((line("chr.informs", who=desk.room.name_of(informs)),) if informs else ()),
    )


def lists(room: Room) -> Options:
    everybody = options.people(room)
    return {"reporter": everybody, "parents_by": everybody}
