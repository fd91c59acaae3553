import asyncio
import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager

import pytest

from storage.errors import StoreBusyError, StoreFullError
from storage.store import Store
from storage.unit import Unit
from tests.storage.builders import DAY, NOW, Place, raise_signal, submit
from tests.storage.watching import on_connect, statements

BUSY_MS = 60
PATIENT_MS = 60_000
"""SQLite's turns are not fair: among many writers one may wait long, which is not the question."""


@contextmanager
def locked(place: Place, *, keys: bool = False) -> Iterator[None]:
    """Another process is in the middle of writing."""
    file = place.places.keys if keys else place.path
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    yield
    other.execute("ROLLBACK")
    other.close()


def count_up(unit: Unit) -> None:
    """Read, then write: what loses updates when two do it at once."""
    count = int(unit.receipts.result("counter") or "0")
    unit.receipts.claim("counter", NOW)
    unit.receipts.finish("counter", str(count + 1))


async def counted(store: Store) -> str | None:
    return await store.read(lambda unit: unit.receipts.result("counter"))


@pytest.mark.both_databases
async def test_two_hundred_counts_lose_none(place: Place) -> None:
    """Four writers with connections of their own, who read first and then write, lose nothing."""
    stores = [place.opened(PATIENT_MS) for _ in range(4)]
    await asyncio.gather(*(store.write(count_up) for _ in range(50) for store in stores))
    total = await counted(stores[0])
    for store in stores:
        await store.close()

    assert total == "200"


@pytest.fixture
async def hasty(place: Place) -> AsyncIterator[Store]:
    """A store that waits for a lock only shortly."""
    store = place.opened(BUSY_MS)
    yield store
    await store.close()


async def all_at_once(store: Store) -> list[type]:
    answers = await asyncio.gather(
        *(store.write(count_up) for _ in range(5)), return_exceptions=True
    )
    return [type(answer) for answer in answers]


async def test_a_locked_store_says_so(hasty: Store, place: Place) -> None:
    """Every write that waits for a lock is refused kindly, and works once the lock is gone."""
    with locked(place):
        answers = await all_at_once(hasty)
    await hasty.write(count_up)

    assert answers == [StoreBusyError] * 5
    assert await counted(hasty) == "1"


async def test_waits_do_not_add_up(hasty: Store, place: Place) -> None:
    """Whoever stood in the queue while the lock was held has used up their wait."""
    with locked(place), statements() as executed:
        await all_at_once(hasty)
    waits = [int(one.partition("=")[2]) for one in executed if "busy_timeout" in one]

    assert len(waits) == 5
    assert waits[0] > max(waits[1:])


async def test_a_wait_for_a_key_is_no_second_wait(hasty: Store, place: Place) -> None:
    """Who tells while the keys are held is refused after one wait in all, whoever stood before."""
    with locked(place, keys=True), statements() as executed:
        answers = await asyncio.gather(*(refused(hasty, f"case-{one}") for one in range(5)))
    waits = [int(one.partition("=")[2]) for one in executed if "busy_timeout" in one]

    assert answers == [True] * 5
    assert sum(waits[1::2]) <= BUSY_MS
    assert (await hasty.write(submit)).id == "case-1"


async def refused(store: Store, case_id: str) -> bool:
    try:
        await store.write(lambda unit: raise_signal(unit, case_id, case_id[-6:].upper()))
    except StoreBusyError:
        return True
    return False


async def test_a_locked_store_can_still_be_read(store: Store, place: Place) -> None:
    """Who only reads does not wait for who writes."""
    with locked(place):
        found = await store.read(lambda unit: unit.people.school("s1"))

    assert found is not None


async def test_a_full_disk_says_so(place: Place) -> None:
    """When nothing more fits, that is what is said, and what was stored stays readable."""
    pages = place.sql("PRAGMA page_count")[0][0]
    with on_connect(f"PRAGMA max_page_count={pages}"):
        store = place.opened()
        await store.write(count_up)
        large = {"text": "x" * 100_000}
        with pytest.raises(StoreFullError, match="nothing was stored"):
            await store.write(lambda unit: unit.drafts.save("teacher", "signal", large, NOW + DAY))

    assert await counted(store) == "1"
    assert await store.read(lambda unit: unit.drafts.load("teacher", "signal", NOW)) is None
    await store.write(count_up)
    await store.close()
