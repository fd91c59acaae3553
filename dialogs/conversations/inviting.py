"""Letting somebody read along for a while: who, until when, and exactly what (row 63)."""

from datetime import date, timedelta
from typing import Annotated, ClassVar

from pydantic import Field

from dialogs import entries
from dialogs.conversations.choosing import choosing
from dialogs.desk import Desk, Options
from dialogs.fields import TEXT_LIMIT, Choice, Day, Option, Pick, Text
from dialogs.form import NEAR, Form, Given
from dialogs.parts import form_screen, head, line, quiet
from dialogs.screen import Part, Screen
from meldcode.choices_consultation import ParentsKnow
from meldcode.commands import Command, EndInvitation, InviteGuest
from meldcode.people import CARE_ROLES, TECHNICAL
from meldcode.rules.guests import shareable

NAME_LIMIT = 100
USUAL = timedelta(weeks=4)


class InviteForm(Form):
    name: ClassVar[str] = "invite"

    person: Annotated[str, Pick(label="invite.person", empty="err.guest")]
    until: Annotated[date, NEAR, Day(label="invite.until", hint="invite.until.hint")]
    words: Annotated[
        str,
        Field(max_length=TEXT_LIMIT),
        Text(label="invite.words", hint="invite.words.hint", empty="err.text", long=True),
    ]
    entries: Annotated[
        tuple[int, ...] | None,
        Pick(label="invite.entries", hint="invite.entries.hint", several=True),
    ] = None
    child: Annotated[
        str | None,
        Field(max_length=NAME_LIMIT),
        Text(label="invite.child", hint="invite.child.hint", limit=NAME_LIMIT),
    ] = None
    reason: Annotated[
        str,
        Field(max_length=TEXT_LIMIT),
        Text(label="invite.reason", empty="err.share_why", long=True),
    ]
    parents_know: Annotated[
        ParentsKnow, Choice(label="invite.parents", of=ParentsKnow, empty="err.parents_know")
    ]
    because: Annotated[
        str | None,
        Field(max_length=TEXT_LIMIT),
        Text(label="invite.because", hint="invite.because.hint", long=True),
    ] = None

    def command(self, _given: Given, /) -> Command:
        return InviteGuest(
            person=self.person,
            until=self.until,
            words=self.words,
            reason=self.reason,
            parents_know=self.parents_know,
            because=self.because,
            name=(self.child or "").strip() or None,
            entries=self.entries or (),
        )


class UninviteForm(Form):
    name: ClassVar[str] = "uninvite"

    person: Annotated[str, Pick(label="uninvite.person", empty="err.no_guest")]
    reason: Annotated[
        str,
        Field(max_length=TEXT_LIMIT),
        Text(label="uninvite.reason", empty="err.why", long=True),
    ]

    def command(self, _given: Given, /) -> Command:
        return EndInvitation(self.person, self.reason)


def invite(desk: Desk) -> Screen:
    return form_screen(
        desk,
        InviteForm,
        before=(line("invite.body"), quiet("invite.only")),
        options=invitable(desk),
        preset={"until": (desk.room.today + USUAL).isoformat()},
    )


def invitable(desk: Desk) -> Options:
    """Everybody of the school who does not read the case already: the care team reads all of it."""
    at = desk.room
    found = (one for one in at.choices if not at.roles_of(one) & CARE_ROLES)
    people = (
        one for one in found if one.id != desk.case.raised_by and at.roles_of(one) - TECHNICAL
    )
    return {
        "person": tuple(Option(one.id, one.name) for one in people),
        "entries": entries.options(desk, shareable(desk.case)),
    }


def uninvite(desk: Desk) -> Screen:
    return choosing(desk, UninviteForm, invited(desk), before=(line("uninvite.body"),))


def invited(desk: Desk) -> Options:
    guests = desk.case.circle.guests
    return {"person": tuple(Option(one.person, desk.room.name_of(one.person)) for one in guests)}


def reading_along(desk: Desk) -> tuple[Part, ...]:
    """Who reads along, and until when; also whose last day has passed says so."""
    guests = sorted(desk.case.circle.guests, key=lambda one: one.until)
    told = (
        line(
            "guests.one" if desk.room.today <= one.until else "guests.over",
            who=desk.room.name_of(one.person),
            until=one.until,
        )
        for one in guests
    )
    return (head("guests.head"), *told) if guests else ()
