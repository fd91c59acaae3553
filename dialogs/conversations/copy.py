"""A copy for inspection: looked through first, then read page by page; it is never sent.

Facts stand apart from what people think of it; others are not named in it (domain.md R6).
"""

from collections.abc import Iterator
from typing import Annotated, ClassVar

from pydantic import Field

from dialogs.conversations.chronology import pages
from dialogs.conversations.facts import DONE, HEADINGS, MORE, heading, leaf
from dialogs.conversations.requests import asked, looked_at
from dialogs.desk import Desk, Options
from dialogs.entries import options
from dialogs.fields import TEXT_LIMIT, Pick, Text
from dialogs.form import Form, Given
from dialogs.parts import alert, form_screen, head, here, line, quiet, row
from dialogs.say import say
from dialogs.screen import Button, Part, Quote, Screen
from dialogs.telling import whole
from dialogs.telling.shield import masked, names
from meldcode.chronology import by_event
from meldcode.commands import Command, PrepareCopy
from meldcode.events import Entry
from meldcode.inspection import confidential, copied, left_out, unnamed
from meldcode.parts_rights import VOLUME, Request

Parts = tuple[Part, ...]

COPY = ("copy", *(f"copy{page}" for page in range(1, VOLUME)))
"""Actions that open the pages of a volume."""


class VeilForm(Form):
    name: ClassVar[str] = "veil"

    left_out: Annotated[
        tuple[int, ...] | None, Pick(label="veil.left_out", hint="veil.left_out.hint", several=True)
    ] = None
    names: Annotated[
        str | None,
        Field(max_length=TEXT_LIMIT),
        Text(label="veil.names", hint="veil.names.hint", long=True),
    ] = None
    reason: Annotated[
        str,
        Field(max_length=TEXT_LIMIT),
        Text(label="veil.reason", hint="veil.reason.hint", empty="err.why_copy", long=True),
    ]

    def command(self, given: Given, /) -> Command:
        names = tuple((self.names or "").splitlines())
        return PrepareCopy(given.part, self.reason, self.left_out or (), names)


def veil(desk: Desk) -> Screen:
    """What was left out before is filled in, so that it can be made better."""
    one = looked_at(desk)
    made = one.copy if one else None
    preset = {"names": "\n".join(made.names), "reason": made.reason} if made else {}
    return form_screen(
        desk,
        VeilForm,
        before=(line("veil.body"), alert("veil.mind")),
        options=entries(desk),
        preset=preset,
    )


def entries(desk: Desk) -> Options:
    return {"left_out": options(desk, copied(desk.case))}


def parts(desk: Desk, page: int) -> Parts:
    """One page of a volume; nothing at all before somebody looked for others in it."""
    one = looked_at(desk)
    if one is None or one.copy is None:
        return asked(desk)
    back = Button("asked", say("keep.back.button"), desk.handles.get(one.id, desk.handle))
    found = pages(_told(desk, one))
    number = min(one.first_page(desk.part) + page, len(found) - 1)
    apart = confidential(desk.case)
    more = (alert("copy.confidential"), quiet("copy.confidential.how")) if apart else ()
    note = (head("copy.head"), line("copy.note"), *more)
    where = quiet("copy.page", n=number + 1, high=len(found))
    onward = _onward(desk, one, page, number + 1) if number + 1 < len(found) else None
    return (*row(back), *note, where, *leaf(found, number, onward))


def _onward(desk: Desk, request: Request, page: int, following: int) -> Button:
    """To the next page, which may be the first of another volume."""
    if page + 1 < VOLUME:
        return Button(COPY[page + 1], MORE, here(desk))
    return Button(COPY[0], MORE, desk.handles[request.volume(following)])


def _told(desk: Desk, request: Request) -> Iterator[Parts]:
    shield = unnamed(desk.case, request)
    child = desk.case.signal.child if desk.case.signal else None
    if child:
        yield masked((Quote(child, say("case.child")),), names(desk.room, shield))
    dated = by_event(desk.case, copied(desk.case), desk.room.calendar)
    for top in HEADINGS:
        found = [(day, entry) for day, entry in dated if (heading(desk, entry) or DONE) == top]
        for number, (day, entry) in enumerate(found):
            above = () if number else (head(top),)
            told = _entry(desk, entry, request, shield)
            yield (*above, quiet("timeline.day", on=day), *told)


def _entry(desk: Desk, entry: Entry, request: Request, shield: frozenset[str]) -> Parts:
    """That something was left out is said, so that it can be asked why."""
    if left_out(entry, request):
        return (quiet("copy.left_out"),)
    return whole(desk, entry, shield)
