"""Step 3: a conversation with the parents or the child, at any moment of the route."""

from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from dialogs import options
from dialogs.conversations.brake import brake
from dialogs.conversations.parents import card
from dialogs.desk import Desk, Options
from dialogs.fields import TEXT_LIMIT, Choice, Day, Option, Pick, Text, YesNo
from dialogs.form import NEAR, Form, Given
from dialogs.parts import form_screen, line, quiet
from dialogs.say import say
from dialogs.screen import Screen
from meldcode.access import Relation
from meldcode.choices import TalkWith
from meldcode.choices_parents import ANOTHER
from meldcode.choices_talks import HelpState, Manner, Recognised
from meldcode.commands import Command, RecordTalk

SHOWN = 75
"""Characters of an entry of a list (Slack: option text)."""


class TalkForm(Form):
    """Three questions must be answered; the others are those of the protocol.

    "(h)erkent men de signalen, [...] wat hebben de ouders zelf al gedaan, is er al hulp".
    """

    name: ClassVar[str] = "talk"

    on: Annotated[date, NEAR, Day(label="talk.on")]
    with_whom: Annotated[TalkWith, Choice(label="talk.with", of=TalkWith)]
    report: Annotated[
        str,
        Field(max_length=TEXT_LIMIT),
        Text(label="talk.report", hint="talk.report.hint", empty="err.talk", long=True),
    ]
    parent: Annotated[str | None, Pick(label="talk.parent", hint="talk.parent.hint")] = None
    colleague: Annotated[str | None, Pick(label="talk.colleague")] = None
    named: Annotated[
        str | None, Field(max_length=TEXT_LIMIT), Text(label="talk.named", long=True)
    ] = None
    recognised: Annotated[Recognised | None, Choice(label="talk.recognised", of=Recognised)] = None
    tried: Annotated[
        str | None, Field(max_length=TEXT_LIMIT), Text(label="talk.tried", long=True)
    ] = None
    help: Annotated[HelpState | None, Choice(label="talk.help", of=HelpState)] = None
    manner: Annotated[
        Manner | None, Choice(label="talk.manner", hint="talk.manner.hint", of=Manner)
    ] = None
    child_words: Annotated[
        str | None,
        Field(max_length=TEXT_LIMIT),
        Text(label="talk.child_words", hint="talk.child_words.hint", long=True),
    ] = None
    someone_else: Annotated[Literal["yes", "no"] | None, YesNo(label="talk.someone_else")] = None

    def command(self, given: Given, /) -> Command:
        said = dict(self) | {"someone_else": _yes(self.someone_else)}
        return RecordTalk(talk=given.part or None, **said)


def _yes(answer: str | None) -> bool | None:
    return None if answer is None else answer == "yes"


def lists(desk: Desk) -> Options:
    """The parents as the card calls them, for whose card it is; one may not stand there yet."""
    card_of = desk.case.parents if desk.relation is Relation.CARE else ()
    known = (Option(one.parent, one.who[:SHOWN]) for one in card_of)
    another = Option(ANOTHER, say("talk.parent.another"))
    return {"parent": (*known, another), "colleague": options.people(desk.room)}


def talk(desk: Desk) -> Screen:
    """About a planned talk, its day and company are filled in already."""
    planned = next((one for one in desk.case.talks if one.id == desk.part), None)
    day = min(planned.on, desk.room.today) if planned else desk.room.today
    company = {"with_whom": planned.with_whom.value} if planned else {}
    return form_screen(
        desk,
        TalkForm,
        before=(
            *(brake(desk) or (line("talk.note"),)),
            *(quiet("talk.safe"), quiet("talk.required")),
            *card(desk),
        ),
        options=lists(desk),
        preset={"on": day.isoformat(), **company},
    )
