import inspect
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from bot.service.service import Service
from meldcode.people import Person
from storage.erasing import Erasure
from storage.records import Message
from storage.store import Store
from storage.unit import Unit
from tests.bot.house import House

PERSONAL = sorted(
    name
    for name, verb in inspect.getmembers(Service, inspect.iscoroutinefunction)
    if not name.startswith("_") and "account" in inspect.signature(verb).parameters
)
"""Every verb with which somebody asks for something."""

GIVEN: dict[str, Any] = {
    "account": "U-teacher",
    "typed": "hungry",
    "form_name": "signal",
    "raw": {"text": "hungry", "urgency": "unknown", "child": "Sam"},
    "handle": "nothing",
    "key": "key",
    "action": "case",
    "typing": {},
    "away": True,
    "message": Message("D1", "1.0"),
    "thread": "1.0",
    "text": "hungry",
    "token": "token",
}


@dataclass
class Watched:
    """A store that writes down of each transaction what it saw: everything, or whose part."""

    real: Store
    seen: list[str] = field(default_factory=list)

    async def write(self, work: Callable[[Unit], Any], *, whole_board: bool = False) -> Any:  # noqa: ANN401 - whatever the work returns
        return await self.real.write(self._noted(work, whole_board), whole_board=whole_board)

    async def erase(self, decide: Callable[[Unit], Sequence[Erasure]]) -> object:
        return await self.real.erase(self._noted(decide, whole_board=True))

    def has_room(self) -> bool:
        return self.real.has_room()

    def _noted(self, work: Callable[[Unit], Any], whole_board: bool) -> Callable[[Unit], Any]:  # noqa: FBT001 - as it came
        def run(unit: Unit) -> Any:  # noqa: ANN401 - whatever the work returns
            number = len(self.seen)
            self.seen.append("everything" if whole_board else "nothing")
            scope: Any = Noted(self.seen, number)
            return work(replace(unit, scope=scope))

        return run


@dataclass
class Noted:
    seen: list[str]
    number: int

    def only(self, person: Person) -> None:
        self.seen[self.number] = person.id


async def transactions(house: House, name: str, **given: object) -> list[str]:
    """What each transaction of one call saw."""
    await house.service.home("U-teacher")
    watched = Watched(house.tools.store)
    verb = getattr(house.with_store(watched).service, name)
    wanted = inspect.signature(verb).parameters
    await verb(**{one: (GIVEN | given)[one] for one in wanted})
    return watched.seen


@pytest.mark.parametrize("name", PERSONAL)
async def test_whatever_somebody_asks_is_done_at_their_schools(house: House, name: str) -> None:
    """No verb of the service works on the whole board for a person."""
    assert await transactions(house, name) == ["teacher"]


async def test_erasing_is_decided_at_their_schools(house: House) -> None:
    """Also in the transaction that erases, which is another one, only their schools are seen."""
    assert await transactions(house, "submit", form_name="erase_now") == ["teacher", "teacher"]


async def test_a_stranger_sees_no_school(house: House) -> None:
    """Who is nobody of ours is looked up, and gets an answer for which nothing is seen."""
    seen = await transactions(house, "home", account="U-nobody")

    assert seen == ["everything", "nothing", "nothing"]
