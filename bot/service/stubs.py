"""What is left of erased cases of a school, for its director and aandachtsfunctionaris."""

from collections.abc import Iterator

from bot.service import paging, rooms
from bot.service.tools import Work
from dialogs.conversations import stop, stubs
from dialogs.conversations.evidence import READERS
from dialogs.conversations.stubs import StubLine
from dialogs.screen import Screen
from meldcode.people import Person
from storage.erasing import ErasedCase


def show(work: Work, person: Person, page: str = "") -> Screen:
    """Of all schools where somebody may read them; `page` is what stood before it."""
    schools = tuple(one for one in person.schools if person.has(one, *READERS))
    if not schools:
        return stop.refused()
    first = paging.first(page)
    return stubs.stubs(tuple(line for one in schools for line in _of(work, one)), first)


def _of(work: Work, school: str) -> Iterator[StubLine]:
    """The newest first."""
    name = rooms.words(work.unit.people.school(school)).name
    for one in reversed(work.unit.erased.of_school(school)):
        yield _line(work, name, one)


def _line(work: Work, school: str, one: ErasedCase) -> StubLine:
    on = one.erased_at.astimezone(work.tools.zone).date()
    role = rooms.role_at(work, one.school, one.decided_by)
    return StubLine(school, one.code, on, one.ground, role)
