"""Step 2: asking somebody one question; first without the name of the child (domain.md row 15)."""

from typing import Annotated, ClassVar

from pydantic import Field

from dialogs import options
from dialogs.desk import Desk, Options, Room
from dialogs.fields import TEXT_LIMIT, Choice, Pick, Text
from dialogs.form import Form, Given
from dialogs.parts import button, form_screen, head, line, quiet, row
from dialogs.say import say
from dialogs.screen import Button, Part, Quote, Screen
from meldcode.choices_consultation import AskedAs, ParentsKnow
from meldcode.commands import AskColleague, Command
from meldcode.parts_consultation import Consult

Parts = tuple[Part, ...]

NAME_LIMIT = 100
MOST = 5
"""Open questions on a screen; what is answered makes room for the next."""


class ConsultForm(Form):
    name: ClassVar[str] = "consult"

    person: Annotated[str, Pick(label="consult.person", empty="err.colleague")]
    asked_as: Annotated[AskedAs, Choice(label="consult.as", of=AskedAs)]
    question: Annotated[
        str,
        Field(max_length=TEXT_LIMIT),
        Text(label="consult.question", hint="consult.question.hint", empty="err.text", long=True),
    ]

    @classmethod
    def theme(cls) -> str:
        return "consult"

    def command(self, given: Given, /) -> Command:
        return AskColleague(given.new_id(), self.person, self.asked_as, self.question)


class NamedConsultForm(ConsultForm):
    """With the name of the child, and why, and whether the parents know of it (row 83)."""

    name: ClassVar[str] = "consult_named"

    child: Annotated[
        str,
        Field(max_length=NAME_LIMIT),
        Text(label="consult.child", empty="err.name", limit=NAME_LIMIT),
    ]
    reason: Annotated[
        str,
        Field(max_length=TEXT_LIMIT),
        Text(label="consult.reason", empty="err.share_why", long=True),
    ]
    parents_know: Annotated[
        ParentsKnow, Choice(label="consult.parents", of=ParentsKnow, empty="err.parents_know")
    ]
    because: Annotated[
        str | None,
        Field(max_length=TEXT_LIMIT),
        Text(label="consult.because", hint="consult.because.hint", long=True),
    ] = None

    def command(self, given: Given, /) -> Command:
        return AskColleague(
            consult=given.new_id(),
            person=self.person,
            asked_as=self.asked_as,
            question=self.question,
            name=self.child,
            reason=self.reason,
            parents_know=self.parents_know,
            because=self.because,
        )


def lists(room: Room) -> Options:
    """Of other schools only the care team is asked: it knows whom to ask there, and what may."""
    return {"person": (*options.people(room), *options.elsewhere(room))}


def consult(desk: Desk) -> Screen:
    """A question without the name; whoever needs the name goes on to the longer form."""
    before = (line("consult.note"), *row(Button("consult_named", say("consult_named.button"))))
    return _asking(desk, ConsultForm, before, {"question": say("consult.first")})


def consult_named(desk: Desk) -> Screen:
    before = (line("consult_named.note"), *row(Button("consult", say("consult.unnamed.button"))))
    child = desk.case.signal.child if desk.case.signal else None
    return _asking(desk, NamedConsultForm, before, {"child": child} if child else {})


def _asking(
    desk: Desk, form: type[ConsultForm], before: Parts, preset: dict[str, object]
) -> Screen:
    """What was typed in one of the two forms goes along to the other."""
    elsewhere = (quiet("consult.elsewhere"),) if desk.room.elsewhere else ()
    typed = {name: desk.typing[name] for name in ConsultForm.fields() if desk.typing.get(name)}
    return form_screen(
        desk,
        form,
        before=before,
        after=(quiet("consult.only"), *elsewhere),
        options=lists(desk.room),
        preset=preset | typed,
    )


def waiting(desk: Desk) -> Parts:
    """Open questions, the first to expect an answer to on top, each with a way to take it back."""
    found = sorted((one for one in desk.case.consults if one.open), key=lambda one: one.until)
    if not found:
        return ()
    told = (part for one in found[:MOST] for part in _waiting(desk, one))
    more = (quiet("case.more", n=len(found) - MOST),) if len(found) > MOST else ()
    return (head("consult.waiting"), *told, *more)


def _waiting(desk: Desk, one: Consult) -> Parts:
    above = say("consult.above", who=desk.room.name_of(one.person), until=one.until)
    return (Quote(one.question, above), *row(button(desk, "consult_withdraw", one.id)))
