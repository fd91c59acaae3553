"""What not all of the care team reads, and opening in an emergency what is closed (row 65)."""

from typing import Annotated, ClassVar

from pydantic import Field

from dialogs.conversations.chronology import timeline
from dialogs.desk import Desk, Options
from dialogs.fields import TEXT_LIMIT, Option, Pick, Text
from dialogs.form import Form, Given
from dialogs.parts import alert, form_screen, line, quiet
from dialogs.say import say
from dialogs.screen import Part, Quote, Screen
from meldcode import events
from meldcode.access import broke_glass, reads_confidential
from meldcode.commands import BreakGlass, Command, WriteConfidential
from meldcode.people import CARE_ROLES, Role

Parts = tuple[Part, ...]

CODE_LIMIT = 10
Why = Annotated[
    str,
    Field(max_length=TEXT_LIMIT),
    Text(label="glass.reason", hint="glass.reason.hint", empty="err.glass_why", long=True),
]


class ConfidentialForm(Form):
    name: ClassVar[str] = "confidential"

    text: Annotated[
        str,
        Field(max_length=TEXT_LIMIT),
        Text(label="confidential.text", empty="err.text", long=True),
    ]
    readers: Annotated[
        tuple[str, ...] | None,
        Pick(label="confidential.readers", hint="confidential.readers.hint", several=True),
    ] = None

    def command(self, _given: Given, /) -> Command:
        return WriteConfidential(self.text, self.readers or ())


class GlassForm(Form):
    name: ClassVar[str] = "glass"

    reason: Why

    def command(self, _given: Given, /) -> Command:
        return BreakGlass(self.reason)


class EmergencyForm(Form):
    """The same for who directs the school, and knows of a case no more than its code."""

    name: ClassVar[str] = "emergency"

    code: Annotated[
        str,
        Field(max_length=CODE_LIMIT),
        Text(
            label="emergency.code",
            hint="emergency.code.hint",
            empty="err.code",
            limit=CODE_LIMIT,
        ),
    ]
    reason: Why

    def command(self, _given: Given, /) -> Command:
        return BreakGlass(self.reason)


def write(desk: Desk) -> Screen:
    return form_screen(
        desk,
        ConfidentialForm,
        before=(line("confidential.body"), quiet("confidential.others")),
        options=readers(desk),
    )


def readers(desk: Desk) -> Options:
    """The rest of the care team; the aandachtsfunctionaris reads it without being chosen."""
    at = desk.room
    team = (one for one in at.choices if at.roles_of(one) & CARE_ROLES)
    others = (
        one
        for one in team
        if one.id != at.viewer.id and Role.AANDACHTSFUNCTIONARIS not in at.roles_of(one)
    )
    return {"readers": tuple(Option(one.id, one.name) for one in others)}


def glass(desk: Desk) -> Screen:
    return form_screen(desk, GlassForm, before=(line("glass.body"), alert("glass.told")))


def emergency() -> Screen:
    """About a case that cannot be named yet."""
    return Screen(
        name=EmergencyForm.name,
        title=say("emergency.title"),
        parts=(line("emergency.body"), alert("glass.told"), quiet("home.danger")),
        form=EmergencyForm,
        submit=say("emergency.submit"),
        close=say("word.back"),
    )


def closed(desk: Desk) -> bool:
    """Whether there is something in the case that the viewer, of the care team, cannot read."""
    found = (one for one in desk.case.entries if isinstance(one.event, events.ConfidentialWritten))
    return any(not reads_confidential(desk.room.viewer, desk.case, one) for one in found)


def standing(desk: Desk) -> Parts:
    """On top of the menu: that what was closed is open to the viewer today."""
    return (quiet("glass.open"),) if broke_glass(desk.room.viewer, desk.case) else ()


def opened(desk: Desk) -> Parts:
    """The whole story but for the confidential part, to read, for who opened it today."""
    child = desk.case.signal.child if desk.case.signal else None
    named = (Quote(child, say("case.child")),) if child else ()
    return (alert("emergency.open"), *named, *timeline(desk, desk.case.entries))
