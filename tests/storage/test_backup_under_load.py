"""Backups of a store that is written to all the time, each brought back on another machine.

With BACKUPS=100 in the environment it is the counted run; without, a short one.
"""

import asyncio
import os
import shutil
from collections.abc import Sequence
from datetime import timedelta
from itertools import count

import pytest

from storage.erasing import Erasure
from storage.keyfile import KeyFile
from storage.store import Store, open_store
from storage.unit import Unit
from tests.storage.backups import backed_up, restored
from tests.storage.builders import NOW, CountedBytes, Place, raise_signal

BACKUPS = int(os.environ.get("BACKUPS", "5"))


class School:
    """Raises cases, one after the other, until it is told to stop; every twentieth is erased."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.acknowledged: set[str] = set()
        self.erasing: set[str] = set()
        self.erased: set[str] = set()
        self.stopped = False

    async def work(self) -> None:
        for number in count():
            if self.stopped:
                return
            case_id = f"case-{number:06}"
            await self.store.write(
                lambda unit, case_id=case_id, number=number: raise_signal(  # type: ignore[misc]  # bound per case
                    unit, case_id, f"{number:06}"
                ),
                whole_board=True,
            )
            self.acknowledged.add(case_id)
            if number % 20 == 0:
                self.erasing.add(case_id)
                await self.store.erase(lambda _unit, case_id=case_id: order(case_id))  # type: ignore[misc]  # bound per case
                self.erased.add(case_id)
            if number % 50 == 0:
                await self.store.checkpoint(NOW + timedelta(seconds=number))


def order(case_id: str) -> Sequence[Erasure]:
    return [Erasure(case_id, "term", "director", NOW)]


async def contents(place: Place, number: int) -> set[str]:
    """Bring the newest backup back on a machine without the proof; the cases that can be read."""
    there, _found = await asyncio.to_thread(
        restored, place, f"again-{number}", proof=number % 2 > 0
    )
    master = KeyFile.load(place.key_path)
    store = open_store(there.places, master, random_bytes=CountedBytes("again"))

    def read(unit: Unit) -> set[str]:
        return {line.id for line in unit.lists.of_school("s1")}

    try:
        return await store.read(read, whole_board=True)
    finally:
        await store.close()
        shutil.rmtree(there.shelf.data.parent / f"again-{number}")


@pytest.mark.both_databases
async def test_backups_under_load_hold_all_that_was_acknowledged(
    store: Store, place: Place
) -> None:
    """Each of them is whole, and holds what was there when it began but for what was erased."""
    school = School(store)
    working = asyncio.create_task(school.work())
    try:
        for number in range(BACKUPS):
            acknowledged = set(school.acknowledged)
            await asyncio.to_thread(backed_up, place, NOW + timedelta(minutes=number))
            erased_before = set(school.erased)
            found = await contents(place, number)

            assert acknowledged - school.erasing <= found
            assert not found & erased_before
    finally:
        school.stopped = True
        await working

    assert len(school.acknowledged) > BACKUPS
