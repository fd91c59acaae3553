"""Backups of a store on a server, and their way back to a server or a file."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from storage.backup import Kit, back_up
from storage.erasing import Erasure
from storage.errors import KeysThereError, StoreBusyError, UnfinishedStoreError
from storage.errors_copy import ChangedSourceError, FilledStoreError
from storage.keyfile import KeyFile
from storage.restore import Sources, drill, restore
from storage.server_snapshot import server_snapshot
from storage.shredder import Shredder
from storage.store import Store, open_store
from storage.verify import verify
from storage.version import current, require_current
from tests.storage.backups import Told, backed_up, both, elsewhere, kit, left_behind, restored
from tests.storage.builders import DAY, NOW, CountedBytes, Place, raise_signal
from tests.storage.server import Server
from tests.storage.test_copying import held

on_server = pytest.mark.parametrize("place", ["postgresql"], indirect=True)


@pytest.fixture
def empty(server: Server) -> Iterator[str]:
    """The address of a database in which nothing is."""
    with server.database("restored") as url:
        yield url


def there(place: Place, url: str) -> Kit:
    """Another machine, whose store is to be in that database."""
    found = elsewhere(place)
    return replace(found, places=replace(found.places, url=url), tell=Told())


async def filled(store: Store) -> None:
    """Two cases, one of them erased, and a checkpoint."""
    await store.write(both, whole_board=True)
    await store.erase(lambda _unit: [Erasure("case-2", "term", "director", NOW)])
    await store.checkpoint(NOW)


@on_server
async def test_every_row_comes_back_in_a_file(store: Store, place: Place) -> None:
    """A board that goes back to one machine takes everything along, and needs no server for it."""
    await filled(store)
    backed_up(place)
    kit_there, found = restored(place)

    assert held(kit_there.places.url) == held(place.url)
    assert (found.report.cases, found.report.erased, found.lost) == (2, 1, 0)
    assert left_behind(place.path.parent) == []


@pytest.mark.both_databases
async def test_every_row_comes_back_on_a_server(store: Store, place: Place, empty: str) -> None:
    """Wherever the store was, it goes on there, with the numbers that come next."""
    await filled(store)
    backed_up(place)
    restore(there(place, empty), Sources())
    same = held(empty) == held(place.url)
    places = replace(place.places, url=empty)
    again = open_store(places, KeyFile.load(place.key_path), random_bytes=CountedBytes("on"))
    await again.write(lambda unit: raise_signal(unit, "case-3", "F5G6H7"), whole_board=True)
    await again.close()

    assert same
    assert verify(places, place.vault.signing.public_key()).cases == 3


@on_server
async def test_a_drill_needs_no_server(store: Store, place: Place, server: Server) -> None:
    """It rebuilds the backup in a file that is gone afterwards, and touches no database."""
    await filled(store)
    backed_up(place)
    nowhere = replace(kit(place), places=replace(place.places, url=server.url("not_there")))
    found = drill(nowhere, Sources())

    assert (found.report.cases, found.report.broken) == (2, None)
    assert left_behind(place.path.parent) == []


@on_server
async def test_how_far_it_is_is_told(store: Store, place: Place) -> None:
    """Each part goes up to its end, and no further."""
    await filled(store)
    told = Told()
    back_up(replace(kit(place), tell=told))
    ends = {what for what, done, total in told.seen if done == total}

    assert ends == {"copied", "keys copied", "bytes locked"}
    assert [one for one in told.seen if one[1] > one[2]] == []


@on_server
async def test_a_copy_is_of_one_moment(store: Store, place: Place) -> None:
    """What is written while it is made is not in it: no half of a submission, and no later case."""
    await store.write(raise_signal, whole_board=True)
    before, target = held(place.url), place.path.with_name("copy.sqlite")
    told = Told()

    def write(what: str, done: int, total: int) -> None:
        told(what, done, total)
        if len(told.seen) == 1:
            with place.unit() as unit:
                raise_signal(unit, "case-2", "B2C3D4")

    server_snapshot(place.url, target, write)

    assert held(f"sqlite:///{target}") == before != held(place.url)


@on_server
async def test_what_is_erased_meanwhile_is_erased_for_good(store: Store, place: Place) -> None:
    """A table is not written anew with rows that the copy still sees: that is done afterwards."""
    await filled(store)
    shredder, seen = Shredder(place.places, place.vault), list[object]()

    def scrub(_what: str, _done: int, _total: int) -> None:
        if not seen:
            with pytest.raises(StoreBusyError) as refusal:
                shredder.scrub()
            seen.append(refusal.type)

    server_snapshot(place.url, place.path.with_name("copy.sqlite"), scrub)
    shredder.scrub()

    assert seen == [StoreBusyError]


async def test_a_stopped_restore_is_no_store_and_goes_on(
    store: Store, place: Place, empty: str
) -> None:
    """Half a store is opened by nobody; the same command once more finishes it."""
    await filled(store)
    made = backed_up(place)
    kit_there, sources = there(place, empty), Sources(keys=made.keys)

    def stop(what: str, done: int, total: int) -> None:
        if what == "rows copied" and done > total / 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        restore(replace(kit_there, tell=stop), sources)
    with pytest.raises(UnfinishedStoreError):
        require_current(empty)
    restore(kit_there, sources)

    assert held(empty) == held(place.url)


async def test_another_backup_does_not_fill_up_half_a_store(
    store: Store, place: Place, empty: str
) -> None:
    """Rows of two moments never come together."""
    await filled(store)
    made = backed_up(place)
    kit_there = there(place, empty)

    def stop(what: str, _done: int, _total: int) -> None:
        if what == "rows copied":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        restore(replace(kit_there, tell=stop), Sources())
    await store.write(lambda unit: raise_signal(unit, "case-3", "F5G6H7"), whole_board=True)
    later = backed_up(place, NOW + DAY)
    kit_there.places.keys.unlink()
    with pytest.raises(ChangedSourceError):
        restore(kit_there, Sources(later.data))
    kit_there.places.keys.unlink(missing_ok=True)
    restore(kit_there, Sources(made.data))

    assert "case-3" not in str(held(empty)["case"])


@on_server
async def test_a_store_on_a_server_is_never_overwritten(store: Store, place: Place) -> None:
    """A database that holds anything is left alone, and so are keys that are there."""
    await filled(store)
    made = backed_up(place)
    with pytest.raises(FilledStoreError):
        restore(kit(place), Sources())
    with pytest.raises(FilledStoreError):
        restore(kit(place), Sources(keys=made.keys))

    assert verify(place.places, place.vault.signing.public_key()).broken is None


async def test_keys_that_are_there_are_never_overwritten(
    store: Store, place: Place, empty: str
) -> None:
    """On a server as with a file: they are newer than any backup."""
    await filled(store)
    made = backed_up(place)
    with pytest.raises(KeysThereError):
        restore(
            replace(kit(place), places=replace(place.places, url=empty)), Sources(keys=made.keys)
        )

    assert current(empty) is None
