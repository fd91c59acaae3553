"""Step 5: help that is arranged; step 6: looking whether it works."""

from datetime import date
from typing import Annotated, ClassVar

from pydantic import Field

from dialogs import options
from dialogs.conversations.stop import old
from dialogs.desk import Desk, Options, Room
from dialogs.fields import TEXT_LIMIT, Choice, Day, Pick, Text
from dialogs.form import NEAR, Form, Given
from dialogs.parts import alert, form_screen, line, quiet
from dialogs.say import say
from dialogs.screen import Part, Quote, Screen
from meldcode.choices_melding import Effect, HelpBy
from meldcode.commands import ArrangeHelp, Command, EvaluateHelp
from meldcode.owing import melding_owed


class HelpingForm(Form):
    """Term, goals and case manager, as question 4 of the afwegingskader asks (domain.md 1.2)."""

    name: ClassVar[str] = "helping"

    by: Annotated[HelpBy, Choice(label="helping.by", of=HelpBy)]
    what: Annotated[
        str,
        Field(max_length=TEXT_LIMIT),
        Text(label="helping.what", empty="err.help_what", long=True),
    ]
    until: Annotated[date, NEAR, Day(label="helping.until", hint="helping.until.hint")]
    goals: Annotated[
        str,
        Field(max_length=TEXT_LIMIT),
        Text(label="helping.goals", hint="helping.goals.hint", empty="err.goals", long=True),
    ]
    manager: Annotated[
        str | None, Pick(label="helping.manager", hint="helping.manager.hint", empty="err.manager")
    ] = None
    manager_other: Annotated[
        str | None, Field(max_length=TEXT_LIMIT), Text(label="helping.manager_other")
    ] = None
    advice: Annotated[
        str | None,
        Field(max_length=TEXT_LIMIT),
        Text(label="helping.advice", hint="helping.advice.hint", long=True),
    ] = None

    def command(self, given: Given, /) -> Command:
        return ArrangeHelp(
            help=given.new_id(),
            by=self.by,
            what=self.what,
            until=self.until,
            goals=self.goals,
            manager=self.manager,
            manager_other=self.manager_other,
            advice=self.advice,
        )


class HelpCheckForm(Form):
    name: ClassVar[str] = "help_check"

    effect: Annotated[Effect, Choice(label="help_check.effect", of=Effect)]
    text: Annotated[
        str,
        Field(max_length=TEXT_LIMIT),
        Text(label="help_check.text", empty="err.effect", long=True),
    ]
    until: Annotated[
        date | None, NEAR, Day(label="help_check.until", hint="help_check.until.hint")
    ] = None

    def command(self, given: Given, /) -> Command:
        return EvaluateHelp(given.part, self.effect, self.text, self.until)


def arrange(desk: Desk) -> Screen:
    return form_screen(desk, HelpingForm, before=_beside(desk), options=lists(desk.room))


def _beside(desk: Desk) -> tuple[Part, ...]:
    """Help does not replace a melding; where one is owed that stands on top."""
    note = line("helping.note")
    return (alert("melding.owed"), note) if melding_owed(desk.case) else (note,)


def lists(room: Room) -> Options:
    return {"manager": options.people(room)}


def look(desk: Desk) -> Screen:
    """The help at which the button stood, with what it was meant to bring."""
    found = next((one for one in desk.case.helps if one.id == desk.part), None)
    if found is None:
        return old()
    before = (
        Quote(found.what, say("helping.above", who=_manager(desk), until=found.until)),
        quiet("help_check.no"),
    )
    return form_screen(desk, HelpCheckForm, before=before)


def _manager(desk: Desk) -> str:
    found = next(one for one in desk.case.helps if one.id == desk.part)
    return desk.room.name_of(found.manager or "")
