"""The keys of the cases in a database of their own, for bots on several machines."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from threading import Thread

import pytest
from sqlalchemy import select

from storage.backup import back_up
from storage.engine import one_transaction
from storage.erasing import Erasure
from storage.errors import CaseKeyGoneError, KeysThereError, MissingCaseKeysError, SharedKeysError
from storage.keyfile import KeyFile
from storage.keystore import METADATA, KeyStore, copy_keys, create_keys
from storage.migrate import migrate
from storage.opening import open_vault
from storage.places import Places
from storage.restore import Sources, drill, restore
from storage.rotation import rotate
from storage.store import Store, open_store
from tests.storage.backups import both, elsewhere, kit
from tests.storage.builders import NOW, CountedBytes, Place
from tests.storage.server import Server

pytestmark = pytest.mark.parametrize("place", ["postgresql"], indirect=True)


@pytest.fixture
def keys(server: Server) -> Iterator[str]:
    """The address of an empty database for keys."""
    with server.database("keys") as url:
        yield url


@pytest.fixture
def moved(place: Place, keys: str) -> Places:
    """The places of a store whose keys were moved to that database, and the file is gone."""
    places = replace(place.places, keys_server=keys)
    copy_keys(place.places, places)
    place.places.keys.rename(place.path.with_name("moved-away"))
    return places


def opened(place: Place, places: Places) -> Store:
    master = KeyFile.load(place.key_path)
    return open_store(places, master, random_bytes=place.random_bytes)


def held(places: Places) -> dict[str, list[tuple[object, ...]]]:
    """All keys, as they are wrapped."""
    with one_transaction(places.keys_url, read_only=True) as connection:
        return {
            table.name: sorted(map(tuple, connection.execute(select(table))), key=repr)
            for table in METADATA.sorted_tables
        }


async def test_two_machines_read_and_erase_the_same_cases(place: Place, moved: Places) -> None:
    """What one stores the other opens, and what one erases nobody opens."""
    here, there = opened(place, moved), opened(place, moved)
    await here.write(both, whole_board=True)
    read = await there.read(lambda unit: unit.cases.fold("case-1"), whole_board=True)
    await there.erase(lambda _unit: [Erasure("case-1", "term", "director", NOW)])
    with pytest.raises(CaseKeyGoneError):
        await here.read(lambda unit: unit.journal.load("case-1", "s1"), whole_board=True)
    names = [name for kind, name, *_ in held(moved)["data_key"] if kind == "case"]
    for store in (here, there):
        await store.close()

    assert read is not None
    assert names == ["case-2"]


async def test_keys_come_back_from_their_own_backup(
    place: Place, moved: Places, server: Server
) -> None:
    """To a database, from a database; the drill leaves that alone."""
    store = opened(place, moved)
    await store.write(both, whole_board=True)
    await store.close()
    on_server = replace(kit(place), places=moved)
    made = back_up(on_server).keys
    tried, before = drill(on_server, Sources()), held(moved)
    for name in ("keys_again", "store_again"):
        server.create(name)
    again = replace(
        elsewhere(place).places,
        url=server.url("store_again"),
        keys_server=server.url("keys_again"),
    )
    restore(replace(on_server, places=again), Sources(keys=made))
    after, other = held(again), replace(again, url=f"sqlite:///{place.path}.other")
    with pytest.raises(KeysThereError):
        restore(replace(on_server, places=other), Sources(keys=made))
    for name in ("keys_again", "store_again"):
        server.drop(name)

    assert tried.report.cases == 2
    assert before == after == held(moved)
    assert not place.places.keys.exists()


async def test_the_master_key_is_replaced_beside_new_cases(place: Place, moved: Places) -> None:
    """A case that is raised meanwhile gets a key that the new root wraps, and none is lost."""
    store = opened(place, moved)
    await store.write(both, whole_board=True)
    master = KeyFile.load(place.key_path)

    def another(done: int, _total: int) -> None:
        with closing(open_vault(moved, master, CountedBytes(f"beside {done}"))) as vault:
            vault.new_case("case-3")

    rotate(moved, master, CountedBytes("new"), another)
    await store.close()
    roots = {root for _kind, _name, root, _wrapped in held(moved)["data_key"]}

    assert (len(held(moved)["root_key"]), roots) == (1, {2})


def test_a_writer_of_keys_is_alone(place: Place, moved: Places) -> None:
    """Whoever wraps a key waits for who replaces the root, as in a file; readers never wait."""
    first, second = KeyStore(moved), KeyStore(moved)
    order = []

    def wrap() -> None:
        with second.writing() as rows:
            order.append(("second", max(rows.roots())))

    with first.writing() as rows:
        beside = Thread(target=wrap)
        beside.start()
        with second.reading() as reading:
            order.append(("reader", max(reading.roots())))
        rows.add_root(2, b"wrapped")
    beside.join()
    first.close()
    second.close()

    assert order == [("reader", 1), ("second", 2)]


def test_keys_are_never_in_the_database_of_cases(place: Place) -> None:
    """Whoever copies that would copy them along, and what was erased would come back."""
    together = replace(place.places, keys_server=place.url)

    with pytest.raises(SharedKeysError, match="of its own"):
        create_keys(together)
    with pytest.raises(SharedKeysError):
        opened(place, together)


def test_a_database_without_keys_is_said_to_be_so(place: Place, keys: str) -> None:
    """Before the bot starts, and before a newer version would make new ones."""
    lost = replace(place.places, keys_server=keys)

    with pytest.raises(MissingCaseKeysError, match="CASE_KEYS_URL"):
        opened(place, lost)
    with pytest.raises(MissingCaseKeysError):
        migrate(lost)
