"""The card of the parents: who has parental authority, and which of them may be told what.

Only the care team makes and reads it (domain.md row 109); it stands with all that is about talking
with parents.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from dialogs.desk import Desk
from dialogs.fields import TEXT_LIMIT, Choice, Text
from dialogs.form import Form, Given
from dialogs.parts import button, confirmed, form_screen, head, line, quiet, row
from dialogs.say import Say, say
from dialogs.screen import Part, Quote, Screen
from meldcode.access import Relation
from meldcode.choices_parents import Known, MayHear
from meldcode.commands import Command, RecordParent
from meldcode.events import ParentRecorded

Parts = tuple[Part, ...]

WHO_LIMIT = 100


class ParentForm(Form):
    name: ClassVar[str] = "parent"

    who: Annotated[
        str,
        Field(max_length=WHO_LIMIT),
        Text(label="parent.who", hint="parent.who.hint", empty="err.parent", limit=WHO_LIMIT),
    ]
    authority: Annotated[Known, Choice(label="parent.authority", of=Known)]
    at_home: Annotated[Known, Choice(label="parent.at_home", of=Known)]
    may_hear: Annotated[MayHear, Choice(label="parent.may_hear", of=MayHear)]
    reason: Annotated[
        str | None,
        Field(max_length=TEXT_LIMIT),
        Text(label="parent.reason", hint="parent.reason.hint", long=True),
    ] = None

    def command(self, given: Given, /) -> Command:
        return RecordParent(given.part or given.new_id(), **dict(self))


def parent(desk: Desk) -> Screen:
    """What is known of a parent is filled in already; sent again it is a new entry."""
    known = next((one for one in desk.case.parents if one.parent == desk.part), None)
    fields = ParentForm.model_fields
    return form_screen(
        desk,
        ParentForm,
        before=(line("parent.note"), *confirmed(desk.room, "parental_authority", "parent.norm")),
        preset={name: getattr(known, name) for name in fields} if known else {},
    )


def card(desk: Desk) -> Parts:
    """For who is to talk with the parents, or to tell them something."""
    if desk.relation is not Relation.CARE:
        return ()
    told = [part for one in desk.case.parents for part in _parent(one)]
    norm = confirmed(desk.room, "parental_authority", "parent.norm")
    return (head("parent.head"), *(told or [quiet("parent.none")]), *norm)


def editable(desk: Desk) -> Parts:
    """The card with a button to put each right."""
    if not desk.case.parents:
        return (quiet("parent.none"),)
    told = (
        part
        for one in desk.case.parents
        for part in (*_parent(one), *row(button(desk, "parent_again", one.parent)))
    )
    return (head("parent.head"), *told)


def _parent(one: ParentRecorded) -> Parts:
    why = (Quote(one.reason, say("parent.why")),) if one.reason else ()
    return (Quote(one.who, known(one)), *why)


def known(one: ParentRecorded) -> Say:
    """In our words; which parent it is stands in the words of who wrote it down."""
    return say("parent.is", authority=one.authority, at_home=one.at_home, may_hear=one.may_hear)
