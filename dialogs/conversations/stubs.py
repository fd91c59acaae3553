"""What is left of erased cases, for who answers for the record: no name, and no word of a case."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from dialogs.code import shown
from dialogs.parts import head, line, quiet, row
from dialogs.say import say
from dialogs.screen import Button, Part, Screen
from meldcode.people import Role

PAGE = 20
"""Stubs on a screen."""


@dataclass(frozen=True, slots=True)
class StubLine:
    """`ground` is a word of `ErasureGround`; `role` is that of who decided, None if they left."""

    school: str
    code: str
    on: date
    ground: str
    role: Role | None


def stubs(found: tuple[StubLine, ...], first: int = 0) -> Screen:
    """A page of them, school by school; `first` is how many stood on pages before it."""
    page = found[first : first + PAGE]
    rest = len(found) - first - len(page)
    more = Button("stubs_more", say("stubs_more.button"), str(first + PAGE))
    parts = (
        line("stubs.body"),
        *(_told(page) if page else (line("stubs.none"),)),
        *((quiet("case.more", n=rest), *row(more)) if page and rest else ()),
        quiet("stubs.kept"),
        quiet("home.danger"),
    )
    return Screen("stubs", say("stubs.title"), parts)


def _told(page: tuple[StubLine, ...]) -> Iterator[Part]:
    for school, ones in groupby(page, key=lambda one: one.school):
        yield head("evidence.of", school=school)
        for one in ones:
            said = {"code": shown(one.code), "on": one.on, "ground": one.ground}
            kept = line("stubs.line", role=one.role, **said) if one.role else None
            yield kept or line("stubs.line.left", **said)
