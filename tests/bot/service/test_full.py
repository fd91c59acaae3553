"""A disk without room: nothing is half kept, that is said, and it is over when there is room."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

import pytest
from sqlalchemy import Connection

from bot.service.answers import Correct, Show
from dialogs.screen import Screen
from storage import store
from storage.errors import StoreFullError
from tests.bot.house import FACTS, House, RefusingStore
from tests.dialogs.reading import keys
from tests.storage.watching import listening

SIGNAL = {"text": FACTS, "urgency": "week"}
FULL = Correct({"text": "err.full"})
WRITTEN = ("case", "case_event", "access_line", "outbox", "due", "receipt")
LEVELS = 6


class Usage(NamedTuple):
    """What the standard library tells of a disk, as far as we use it."""

    free: int


@contextmanager
def pages(most: list[int]) -> Iterator[None]:
    """The disk holds so many pages of the database, each of the keys too."""

    def limit(connection: Connection) -> None:
        connection.exec_driver_sql(f"PRAGMA max_page_count={most[0]}")

    with listening("begin", limit):
        yield


def counts(house: House) -> list[int]:
    return [house.rows(f'SELECT count(*) FROM "{one}"')[0][0] for one in WRITTEN]  # noqa: S608 - our own table names


async def until_full(house: House) -> int:
    """How many signals still fitted."""
    kept, answer = -1, None
    while answer != FULL:
        before, kept = counts(house), kept + 1
        answer = await house.submit("teacher", "signal", SIGNAL)
        grown = counts(house)[0] - before[0]

        assert grown == (answer != FULL)
    assert counts(house) == before
    return kept


async def test_at_every_fill_level_a_signal_is_kept_whole_or_not_at_all(house: House) -> None:
    """Page by page there is more room; what was not kept is refused kindly and left no trace."""
    ((now,),) = house.rows("PRAGMA page_count")
    most, kept = [now], 0
    with pages(most):
        for level in range(LEVELS):
            most[0] = now + level
            kept += await until_full(house)

    assert kept > LEVELS
    assert house.rows("PRAGMA integrity_check") == [("ok",)]


async def test_it_is_over_as_soon_as_there_is_room(house: House) -> None:
    """The same form sent again, once, when there is room again, is a case; nothing restarts."""
    ((now,),) = house.rows("PRAGMA page_count")
    most = [now]
    with pages(most):
        await until_full(house)
        before = counts(house)[0]
        again = await house.submit("teacher", "signal", SIGNAL, key="later")
        most[0] = now + 1000
        kept = await house.submit("teacher", "signal", SIGNAL, key="later")

    assert again == FULL
    assert isinstance(kept, Show)
    assert counts(house)[0] == before + 1


async def opening(house: House, typed: str = "") -> Screen:
    screen = await house.service.opening("U-teacher", typed)
    assert screen is not None
    return screen


@pytest.mark.parametrize("who", ["teacher", "both"])
async def test_without_room_the_form_says_so_before_anybody_types(
    house: House, who: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Danger stays first, what was typed stays, and when there is room the sentence is gone."""
    monkeypatch.setattr(store, "disk_usage", lambda _folder: Usage(store.LEAST_FREE - 1))
    full = await house.service.opening(f"U-{who}", FACTS)
    monkeypatch.setattr(store, "disk_usage", lambda _folder: Usage(store.LEAST_FREE))
    later = await house.service.opening(f"U-{who}", FACTS)
    assert full is not None

    assert [one for one in keys(full) if one in {"sig.danger", "err.full"}] == [
        "sig.danger",
        "err.full",
    ]
    assert full.preset["text"] == FACTS
    assert later is None or "err.full" not in keys(later)


async def test_a_store_that_refuses_even_to_say_who_it_is(house: House) -> None:
    """Who is new, while nothing can be kept, gets the form with the sentence and their words."""
    full = house.with_store(RefusingStore(StoreFullError()))
    screen = await opening(full, FACTS)

    assert "err.full" in keys(screen)
    assert screen.preset["text"] == FACTS


async def test_a_button_on_a_full_disk_says_whom_to_go_to(house: House) -> None:
    """Trying again does not help then, so that is not what is said."""
    full = house.with_store(RefusingStore(StoreFullError()))
    screens = [await full.act("ib", "take", "handle"), await full.service.home("U-ib")]

    assert ["err.full" in keys(one) for one in screens] == [True, True]
