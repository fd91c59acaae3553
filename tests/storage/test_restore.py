import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from storage.erasing import Erasure
from storage.errors import (
    BrokenChainError,
    KeysThereError,
)
from storage.keyfile import KeyFile
from storage.places import Places
from storage.restore import Sources, drill, restore
from storage.rotation import rotate
from storage.store import Store, open_store
from storage.unit import Unit
from storage.verify import verify
from tests.storage.backups import backed_up, both, elsewhere, kit, left_behind, restored
from tests.storage.builders import (
    DAY,
    HOUR,
    NOW,
    CountedBytes,
    Place,
    raise_signal,
)


def order(_unit: Unit) -> Sequence[Erasure]:
    return [Erasure("case-1", "term", "director", NOW)]


async def readable(places: Places, key: Path) -> set[str]:
    """The cases that a bot on that machine can read."""
    store = open_store(places, KeyFile.load(key), random_bytes=CountedBytes("there"))

    def read(unit: Unit) -> set[str]:
        ids = [line.id for line in unit.lists.of_school("s1")]
        return {case_id for case_id in ids if unit.cases.fold(case_id)}

    try:
        return await store.read(read)
    finally:
        await store.close()


async def test_a_lost_machine_comes_back(store: Store, place: Place) -> None:
    """With both backups and the master key alone everything is there, and whole."""
    await store.write(both)
    await store.checkpoint(NOW)
    backed_up(place)
    there, found = restored(place, proof=False)

    assert await readable(there.places, place.key_path) == {"case-1", "case-2"}
    assert (found.report.cases, found.report.checkpoints) == (2, 1)
    assert (found.own_proof, found.lost, found.erased_again) == (False, 0, 0)
    assert left_behind(place.path.parent) == []


async def test_an_erased_case_stays_erased(store: Store, place: Place) -> None:
    """A backup from before the erasure brings neither the case nor its key back."""
    await store.write(both)
    backed_up(place)
    await store.erase(order)
    there, found = restored(place)
    keys = there.places.keys.read_bytes()

    assert found.erased_again == 1
    assert await readable(there.places, place.key_path) == {"case-2"}
    assert b"case-2" in keys
    assert b"case-1" not in keys


async def test_keys_that_are_there_are_kept(store: Store, place: Place) -> None:
    """Where only the database was lost, the keys of today open the data of yesterday."""
    await store.write(both)
    made = backed_up(place)
    await store.erase(order)
    await store.write(lambda unit: raise_signal(unit, "case-3", "F5G6H7"))
    there = elsewhere(place)
    place.checkpoint()
    shutil.copy(place.places.keys, there.places.keys)
    made.keys.unlink()
    with pytest.raises(KeysThereError):
        restore(there, Sources(keys=made.keys))
    restore(there, Sources())

    assert await readable(there.places, place.key_path) == {"case-2"}


async def test_what_came_after_the_backup_is_said_and_signed(store: Store, place: Place) -> None:
    """The loss stands in the checkpoints; afterwards the store can be signed and checked again."""
    await store.write(raise_signal)
    await store.checkpoint(NOW)
    backed_up(place)
    await store.write(lambda unit: raise_signal(unit, "case-2", "B2C3D4"))
    await store.checkpoint(NOW + HOUR)
    there, found = restored(place)
    again = open_store(
        there.places, KeyFile.load(place.key_path), random_bytes=CountedBytes("there")
    )
    await again.write(lambda unit: raise_signal(unit, "case-3", "F5G6H7"))
    signed = await again.checkpoint(NOW + DAY)
    await again.close()
    report = verify(there.places, place.vault.signing.public_key())

    assert found.lost == 1
    assert signed
    assert (report.broken, report.checkpoints, report.cases) == (None, 4, 2)


async def test_a_loss_without_a_restored_backup_is_not_signed(store: Store, place: Place) -> None:
    """Whoever puts an older database in place by hand is found out as before."""
    await store.write(raise_signal)
    await store.checkpoint(NOW)
    backed_up(place)
    await store.write(lambda unit: raise_signal(unit, "case-2", "B2C3D4"))
    await store.checkpoint(NOW + HOUR)
    there, _found = restored(place)
    lines = there.places.checkpoints.read_bytes().splitlines(keepends=True)
    there.places.checkpoints.write_bytes(b"".join(lines[:-1]))
    again = open_store(
        there.places, KeyFile.load(place.key_path), random_bytes=CountedBytes("there")
    )

    with pytest.raises(BrokenChainError):
        await again.checkpoint(NOW + DAY)
    await again.close()


async def test_a_replaced_master_key_opens_old_data(store: Store, place: Place) -> None:
    """Data are kept for years: the keys of today open them, whatever the master key was then."""
    await store.write(both)
    old = backed_up(place)
    rotate(place.places, KeyFile.load(place.key_path), CountedBytes("new"), lambda *_: None)
    backed_up(place, NOW + DAY)
    there = elsewhere(place)
    restore(there, Sources(data=old.data))

    assert await readable(there.places, place.key_path) == {"case-1", "case-2"}


async def test_a_drill_leaves_all_as_it_was(store: Store, place: Place) -> None:
    """It runs beside the bot, finds what a restore would find, and leaves no file."""
    await store.write(both)
    backed_up(place)
    await store.erase(order)
    before = place.keys_sql("SELECT * FROM data_key"), place.places.erased.read_bytes()
    found = drill(kit(place), Sources())

    assert (found.report.cases, found.erased_again, found.report.broken) == (2, 1, None)
    assert found.seconds > 0
    assert left_behind(place.path.parent) == []
    assert (place.keys_sql("SELECT * FROM data_key"), place.places.erased.read_bytes()) == before


@pytest.mark.parametrize("moment", range(0, 12, 2))
async def test_a_stopped_restore_can_be_run_again(store: Store, place: Place, moment: int) -> None:
    """Wherever it stopped no store is there, and the next one succeeds."""
    await store.write(both)
    backed_up(place)
    there = elsewhere(place)
    calls = iter(range(99))

    def stop(_what: str, _done: int, _total: int) -> None:
        if next(calls) == moment:
            raise KeyboardInterrupt

    try:
        restore(replace(there, tell=stop), Sources())
    except KeyboardInterrupt:
        assert not there.places.keys.exists()
        restore(there, Sources())

    assert await readable(there.places, place.key_path) == {"case-1", "case-2"}


@pytest.mark.parametrize("name", ["erased.jsonl", "checkpoints.jsonl"])
async def test_a_restore_killed_between_two_files_can_be_run_again(
    store: Store, place: Place, name: str
) -> None:
    """What it had put in place of the proof by then stands in nobody's way."""
    await store.write(both)
    await store.erase(order)
    await store.checkpoint(NOW)
    backed_up(place)
    there = elsewhere(place)
    (there.places.proof / name).unlink()
    found = restore(there, Sources())

    assert await readable(there.places, place.key_path) == {"case-2"}
    assert found.own_proof == (name != "erased.jsonl")
