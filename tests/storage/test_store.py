import asyncio
from datetime import UTC
from zoneinfo import ZoneInfo

import pytest

from meldcode.case import Case
from storage.errors import StoreFailedError
from storage.records import Meeting
from storage.store import Store
from storage.unit import Unit
from tests.storage.builders import NOW, Place, raise_signal, submit, submitted

pytestmark = pytest.mark.both_databases


class StopError(Exception):
    """Stands for whatever goes wrong half-way."""


async def test_what_was_written_can_be_read(store: Store) -> None:
    """What one transaction wrote, the next one reads."""
    made = await store.write(submit, whole_board=True)
    read = await store.read(lambda unit: unit.cases.fold("case-1"), whole_board=True)

    assert read == made


async def test_a_failure_leaves_no_half_state(store: Store, place: Place) -> None:
    """When anything fails before the end, no table has a row more; trying again works."""

    def fails(unit: Unit) -> None:
        submit(unit)
        raise StopError

    with pytest.raises(StopError):
        await store.write(fails, whole_board=True)
    after_failure = submitted(place.engine)
    await store.write(submit, whole_board=True)

    assert set(after_failure.values()) == {0}
    assert set(submitted(place.engine).values()) == {1}


async def test_reading_cannot_write(store: Store, place: Place) -> None:
    """A transaction for reading is refused when it tries to write."""
    with pytest.raises(StoreFailedError, match=r"SQLITE_READONLY|ReadOnlySqlTransaction"):
        await store.read(submit, whole_board=True)
    assert set(submitted(place.engine).values()) == {0}


DOUBLED = {"sqlite": "SQLITE_CONSTRAINT_UNIQUE", "postgresql": "UniqueViolation"}


async def test_a_refusal_of_the_database_holds_no_values(store: Store, place: Place) -> None:
    """What the database says about a fault does not reach who catches or logs it."""

    def twice(unit: Unit) -> None:
        raise_signal(unit, "secret-case", "K7T4XM")
        raise_signal(unit, "secret-case", "B2C3D4")

    with pytest.raises(StoreFailedError) as refused:
        await store.write(twice, whole_board=True)
    assert str(refused.value) == (
        f"The database refused ({DOUBLED[place.database]}). Nothing was stored."
    )
    assert refused.value.__suppress_context__


async def test_a_moment_without_a_zone_is_refused(store: Store, place: Place) -> None:
    """A wall-clock time that could mean two instants is not stored."""
    with pytest.raises(StoreFailedError, match="ValueError"):
        await store.write(lambda unit: unit.receipts.claim("view", NOW.replace(tzinfo=None)))
    assert place.sql("SELECT * FROM receipt") == []


async def test_a_moment_comes_back_in_utc(store: Store) -> None:
    """The same instant is found again whatever zone it was given in."""
    amsterdam = NOW.astimezone(ZoneInfo("Europe/Amsterdam"))
    meeting = Meeting("at-school", "s1", amsterdam)
    await store.write(lambda unit: unit.meetings.add(meeting), whole_board=True)
    found = await store.read(lambda unit: unit.meetings.get("at-school"), whole_board=True)

    assert found == meeting
    assert found.at.tzinfo is UTC


async def test_a_reader_sees_one_moment(store: Store) -> None:
    """A case that is made while somebody reads is not there for them, and is for the next."""
    loop = asyncio.get_running_loop()

    def reads_around_a_write(unit: Unit) -> list[Case | None]:
        before = unit.cases.fold("case-1")
        asyncio.run_coroutine_threadsafe(store.write(submit, whole_board=True), loop).result()
        return [before, unit.cases.fold("case-1")]

    during = await store.read(reads_around_a_write, whole_board=True)
    afterwards = await store.read(lambda unit: unit.cases.fold("case-1"), whole_board=True)

    assert during == [None, None]
    assert afterwards is not None


async def test_a_closed_store_leaves_no_loose_ends(place: Place) -> None:
    """After closing, all is in the database and its key store, and it can be opened again."""
    opened = place.opened()
    place.engine.dispose()
    place.vault.close()
    made = await opened.write(submit, whole_board=True)
    await opened.close()
    files = sorted(path.name for path in place.path.parent.iterdir())
    again = place.opened()
    read = await again.read(lambda unit: unit.cases.fold("case-1"), whole_board=True)
    await again.close()

    assert files == ["store.key", "store.keys.sqlite", *(["store.sqlite"] * (not place.server))]
    assert read == made
