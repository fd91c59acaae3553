"""Raising a signal: the form of `/zorgsignaal`, the acute screen, and where it stops."""

from dataclasses import replace
from typing import Annotated, ClassVar

from pydantic import Field

from dialogs.desk import School
from dialogs.fields import TEXT_LIMIT, Choice, Option, Pick, Raw, Text
from dialogs.form import Form, Given
from dialogs.say import say
from dialogs.screen import Button, Buttons, Line, Rule, Screen, Tone
from meldcode.choices import ParentsTalk, Urgency
from meldcode.commands import RaiseSignal

CHILD_LIMIT = 100


class SignalForm(Form):
    """Only the first question must be answered (texts.md 3.2)."""

    name: ClassVar[str] = "signal"

    text: Annotated[
        str,
        Field(max_length=TEXT_LIMIT),
        Text(label="sig.q1", hint="sig.q1.hint", long=True, live=True),
    ]
    urgency: Annotated[Urgency, Choice(label="sig.q2", of=Urgency, live=True, empty="err.choose")]
    child: Annotated[
        str | None,
        Field(max_length=CHILD_LIMIT),
        Text(label="sig.q3", hint="sig.q3.hint", limit=CHILD_LIMIT),
    ] = None
    parents: Annotated[
        ParentsTalk | None, Choice(label="sig.q4", hint="sig.q4.hint", of=ParentsTalk, live=True)
    ] = None

    def command(self, _given: Given, /) -> RaiseSignal:
        return RaiseSignal(self.text, self.urgency, self.child, self.parents)


class SignalAtForm(SignalForm):
    """The same for somebody who works at more than one school: where is this about?"""

    name: ClassVar[str] = "signal_at"

    school: Annotated[str, Pick(label="sig.school")]


def opening(typed: str = "") -> Screen:
    """The form as it opens at once, made from memory only; `typed` came with the command."""
    note = (Line(say("chat.args"), Tone.QUIET),) if typed else ()
    return Screen(
        name=SignalForm.name,
        title=say("sig.title"),
        parts=(
            Line(say("sig.danger"), Tone.ALERT),
            Line(say("sig.calm")),
            *note,
            Line(say("sig.required"), Tone.QUIET),
        ),
        form=SignalForm,
        submit=say("sig.submit"),
        close=say("sig.close"),
        after=(
            Line(say("sig.draft"), Tone.QUIET),
            Buttons((Button("signs", say("signs.button")),)),
            Rule(),
            Line(say("sig.colleague"), Tone.QUIET),
            Buttons((Button("colleague", say("sig.colleague.button")),)),
        ),
        preset={"text": typed, "urgency": Urgency.UNKNOWN.value},
    )


def resumed(draft: Raw, typed: str = "") -> Screen:
    """The form with what was typed before; words typed with the command come after it."""
    screen = opening(typed)
    text = "\n".join(part for part in (draft.get("text"), typed) if part)
    return replace(screen, preset={**screen.preset, **draft, "text": text}, edition="draft")


def at_school(screen: Screen, schools: tuple[School, ...]) -> Screen:
    """The same form for somebody of several schools: it also asks where this is about."""
    options = tuple(Option(school.id, school.name) for school in schools)
    return replace(screen, name=SignalAtForm.name, form=SignalAtForm, options={"school": options})


def without_room(screen: Screen) -> Screen:
    """The form while nothing can be kept: go to somebody; what was typed stays, as a way to try."""
    danger, *rest = screen.parts
    return replace(screen, parts=(danger, Line(say("err.full"), Tone.ALERT), *rest))


def acute(screen: Screen) -> Screen:
    """Danger now: the phone comes first, what was typed stays, and sending remains possible."""
    call = (
        Line(say("sig.now.head"), Tone.HEAD),
        Line(say("sig.now.body"), Tone.ALERT),
        Line(say("sig.now.advice")),
        Buttons((Button("called", say("sig.now.button")),)),
    )
    return replace(screen, title=say("sig.now.title"), parts=(*call, Rule(), *screen.parts[1:]))


def called(screen: Screen) -> Screen:
    """They have called; the form is there again, since the school must know as well."""
    return replace(screen, parts=(Line(say("sig.called")), *screen.parts))


def unknown_person(contact: School | None) -> Screen:
    """Somebody who is not in the organisation file: a friendly no, and whom to call."""
    where = (
        Line(say("err.stranger.call", name=contact.contact_name, phone=contact.contact_phone))
        if contact
        else Line(say("err.stranger.director"))
    )
    return _stop("stranger", Line(say("err.stranger")), where)


def no_one_to_route_to(school: School) -> Screen:
    """There is no IB'er: say whom to call now."""
    call = say("err.noib.call", name=school.contact_name, phone=school.contact_phone)
    return _stop("no_ib", Line(say("err.noib")), Line(call))


def _stop(name: str, *lines: Line) -> Screen:
    parts = (Line(say("sig.danger"), Tone.ALERT), *lines)
    return Screen(name=name, title=say("sig.title"), parts=parts)
