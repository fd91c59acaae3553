"""A body map in words: where something is seen on a child, and how it looks (domain.md row 68).

There is no picture in it, and none is asked for: docs/decisions/0022.
"""

from datetime import date
from typing import Annotated, ClassVar

from pydantic import Field

from dialogs.conversations.stop import refused
from dialogs.desk import Desk, Options, Room
from dialogs.fields import TEXT_LIMIT, Day, Option, Pick, Text
from dialogs.form import NEAR, Form, Given
from dialogs.parts import alert, form_screen, head, line, quiet
from dialogs.say import say
from dialogs.screen import Part, Screen
from dialogs.telling import told
from meldcode.access import Relation
from meldcode.choices_injury import BodyPlace
from meldcode.commands import Command, NoteInjury
from meldcode.rules.injury import injuries

FEW_WORDS = 200
MOST_SHOWN = 3
"""Earlier entries above the form; they all stand in the record."""


class InjuryForm(Form):
    name: ClassVar[str] = "injury"

    on: Annotated[date, NEAR, Day(label="injury.on")]
    places: Annotated[
        list[BodyPlace],
        Field(min_length=1),
        Pick(
            label="injury.places", hint="injury.places.hint", several=True, empty="err.body_place"
        ),
    ]
    what: Annotated[
        str,
        Field(max_length=TEXT_LIMIT),
        Text(label="injury.what", hint="injury.what.hint", long=True),
    ]
    size: Annotated[
        str | None,
        Field(max_length=FEW_WORDS),
        Text(label="injury.size", hint="injury.size.hint", limit=FEW_WORDS),
    ] = None
    colour: Annotated[
        str | None, Field(max_length=FEW_WORDS), Text(label="injury.colour", limit=FEW_WORDS)
    ] = None
    since: Annotated[
        str | None,
        Field(max_length=FEW_WORDS),
        Text(label="injury.since", hint="injury.since.hint", limit=FEW_WORDS),
    ] = None
    child_words: Annotated[
        str | None,
        Field(max_length=TEXT_LIMIT),
        Text(label="injury.child_words", hint="injury.child_words.hint", long=True),
    ] = None

    def command(self, _given: Given, /) -> Command:
        return NoteInjury(**dict(self) | {"places": tuple(self.places)})


def lists(_room: Room) -> Options:
    return {"places": tuple(Option(one, say(f"injury.at.{one}")) for one in BodyPlace)}


def injury(desk: Desk) -> Screen:
    """For the care team and the one who told; each reads above it what was noted before."""
    if desk.relation not in {Relation.CARE, Relation.RAISER} or desk.case.ended:
        return refused()
    return form_screen(
        desk,
        InjuryForm,
        before=(alert("sig.danger"), line("injury.caveat"), quiet("injury.note"), *_before(desk)),
        options=lists(desk.room),
        preset={"on": desk.room.today.isoformat()},
    )


def _before(desk: Desk) -> tuple[Part, ...]:
    """The newest of those that somebody may read: all for the care team, else one's own."""
    every = desk.relation is Relation.CARE
    mine = [one for one in injuries(desk.case) if every or one.by == desk.room.viewer.id]
    if not mine:
        return ()
    shown = (part for one in mine[-MOST_SHOWN:] for part in told(desk, one))
    more = (quiet("injury.more"),) if len(mine) > MOST_SHOWN else ()
    return (head("injury.head"), *shown, *more)
