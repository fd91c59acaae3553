from functools import partial

import pytest

from bot.service.paging import NUMBER
from dialogs.code import shown
from dialogs.conversations.stubs import PAGE as ON_A_PAGE
from dialogs.screen import Screen
from meldcode.people import Role
from storage.erasing import Erasure
from storage.records import Organisation
from storage.unit import Unit
from tests.bot.house import House, organisation
from tests.dialogs.reading import actions, buttons, keys, says, written


async def erased(house: House, count: int, by: str = "ib") -> list[str]:
    """The codes of so many cases that are gone, the last erased on top."""
    codes = []
    for _ in range(count):
        case = await house.signal()
        await house.tools.store.erase(partial(_orders, Erasure(case.id, "term", by, house.clock())))
        house.clock.later(minutes=1)
        codes.append(shown(case.code))
    return codes[::-1]


def _orders(one: Erasure, _unit: Unit) -> tuple[Erasure, ...]:
    return (one,)


def told(screen: Screen) -> list[tuple[object, object]]:
    """Code and role on every line, in order."""
    lines = (one.args for one in says(screen) if one.key.startswith("stubs.line"))
    return [(args["code"], args.get("role")) for args in lines]


@pytest.mark.parametrize("who", ["director", "attention"])
async def test_what_was_erased_stands_in_a_list(house: House, who: str) -> None:
    """Reached from Home: code, day, ground, and in which role somebody decided."""
    (code,) = await erased(house, 1)
    screen = await house.show(who, "stubs")
    home = await house.service.home(f"U-{who}")

    assert "stubs" in actions(home)
    assert told(screen) == [(code, Role.INTERN_BEGELEIDER)]
    assert written(screen) == []
    assert [word for word in ("Sam", "Name of", "ib@", "teacher") if word in repr(screen)] == []


@pytest.mark.parametrize("who", ["teacher", "ib", "deputy", "chair", "oka", "lonely", "other-ib"])
async def test_nobody_else_reads_the_list(house: House, who: str) -> None:
    """Also by a forged button; at another school there is another list."""
    await erased(house, 1)

    assert "err.access" in keys(await house.show(who, "stubs"))
    assert "err.access" in keys(await house.show(who, "stubs_more", "20"))
    assert "stubs" not in actions(await house.service.home(f"U-{who}"))


async def test_the_list_goes_on_over_pages(house: House) -> None:
    """The newest first, each once, and the last page leads no further."""
    codes = await erased(house, ON_A_PAGE + 3)
    first = await house.show("director", "stubs")
    (more,) = (one for one in buttons(first) if one.action == "stubs_more")
    second = await house.show("director", "stubs_more", more.handle)
    beyond = await house.show("director", "stubs_more", "9999")

    assert [code for code, _ in told(first) + told(second)] == codes
    assert "stubs_more" not in actions(second)
    assert "stubs.none" in keys(beyond)
    assert NUMBER.fullmatch(more.handle)


async def test_who_left_is_no_role_any_more(house: House) -> None:
    """Then it says that somebody decided who is not there any longer."""
    await erased(house, 1, by="deputy")
    others = tuple(one for one in organisation().people if one.id != "deputy")
    staff = Organisation(organisation().schools, others, organisation().meetings)
    await house.work(lambda work: work.unit.people.apply(staff))
    screen = await house.show("director", "stubs")

    assert "stubs.line.left" in keys(screen)
    assert [role for _, role in told(screen)] == [None]
