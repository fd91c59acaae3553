"""Other cases that may be about the same child, or that are looked at together; care team only."""

from typing import Annotated, ClassVar

from pydantic import Field

from dialogs.code import shown
from dialogs.desk import Beside, CaseLine, Desk
from dialogs.fields import TEXT_LIMIT, Choice, Text
from dialogs.form import Form
from dialogs.parts import alert, button, form_screen, head, line, quiet, row
from dialogs.say import say
from dialogs.screen import Button, Part, Screen
from meldcode.choices import Link

Parts = tuple[Part, ...]

CODE_LIMIT = 10
NAME_LIMIT = 100
MOST = 10


class LinkForm(Form):
    name: ClassVar[str] = "link"

    code: Annotated[
        str,
        Field(max_length=CODE_LIMIT),
        Text(label="link.code", hint="link.code.hint", empty="err.code", limit=CODE_LIMIT),
    ]
    kind: Annotated[Link, Choice(label="link.kind", of=Link)]


class UnlinkForm(Form):
    name: ClassVar[str] = "unlink"

    code: Annotated[
        str,
        Field(max_length=CODE_LIMIT),
        Text(label="unlink.code", hint="link.code.hint", empty="err.code", limit=CODE_LIMIT),
    ]
    reason: Annotated[
        str, Field(max_length=TEXT_LIMIT), Text(label="unlink.reason", empty="err.why", long=True)
    ]


class SearchForm(Form):
    name: ClassVar[str] = "search"

    text: Annotated[
        str,
        Field(max_length=NAME_LIMIT),
        Text(label="search.text", hint="search.text.hint", empty="err.search", limit=NAME_LIMIT),
    ]


def hint(desk: Desk) -> Parts:
    """On the case itself: that there is more about a child of this name, and what is joined."""
    alike = any(one.kind is None for one in desk.beside)
    return (
        *((alert("case.alike"),) if alike else ()),
        *row(_together(desk), button(desk, "beside") if desk.beside else None),
    )


def beside(desk: Desk) -> Parts:
    """All of them by code, each with a way in."""
    back = Button("open", say("menu.back.button"), desk.handle)
    kinds = (None, Link.SAME_CHILD, Link.SIBLING)
    told = (part for kind in kinds for part in _kind(desk, kind))
    return (
        *row(back),
        head("beside.head"),
        *(told if desk.beside else (line("beside.none"),)),
        *row(
            _together(desk),
            button(desk, "link"),
            button(desk, "unlink") if _linked(desk) else None,
        ),
    )


def link(desk: Desk) -> Screen:
    """With the code filled in already if there is only one that it can be."""
    alike = [one.code for one in desk.beside if one.kind is None]
    preset = {"code": shown(alike[0])} if len(alike) == 1 else {}
    return form_screen(desk, LinkForm, before=(line("link.body"),), preset=preset)


def unlink(desk: Desk) -> Screen:
    linked = _linked(desk)
    preset = {"code": shown(linked[0].code)} if len(linked) == 1 else {}
    return form_screen(desk, UnlinkForm, before=(line("unlink.body"),), preset=preset)


def search(found: tuple[CaseLine, ...] | None = None) -> Screen:
    """The question, with what was found above it; what was typed is not kept."""
    return Screen(
        name=SearchForm.name,
        title=say("search.title"),
        parts=() if found is None else _found(found),
        form=SearchForm,
        submit=say("search.submit"),
        after=(quiet("search.note"), quiet("home.danger")),
    )


def _found(found: tuple[CaseLine, ...]) -> Parts:
    if not found:
        return (line("search.none"),)
    told = (part for one in found[:MOST] for part in _case(one))
    more = (quiet("case.more", n=len(found) - MOST),) if len(found) > MOST else ()
    return (head("search.found"), *told, *more)


def _case(one: CaseLine) -> Parts:
    code = shown(one.code)
    opens = Button("open", say("home.open.button", code=code), one.handle)
    return (line("search.line", code=code, stage=one.status), *row(opens))


def _together(desk: Desk) -> Button | None:
    same = any(one.kind is Link.SAME_CHILD for one in desk.beside)
    return button(desk, "joined") if same else None


def _linked(desk: Desk) -> list[Beside]:
    return [one for one in desk.beside if one.kind]


def _kind(desk: Desk, kind: Link | None) -> Parts:
    found = [one for one in desk.beside if one.kind is kind]
    if not found:
        return ()
    opens = (
        Button("open", say("home.open.button", code=shown(one.code)), one.handle) for one in found
    )
    rows = (part for one in opens for part in row(one))
    return (line(f"beside.{kind or 'alike'}"), *rows)
