from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Connection, select
from sqlmodel import SQLModel

from storage.copying import copy_store
from storage.engine import one_transaction
from storage.errors import (
    MissingStoreError,
    NotMigratedError,
    StoreError,
    UnfinishedStoreError,
    WrongKeyError,
)
from storage.errors_copy import (
    BrokenCopyError,
    ChangedSourceError,
    FilledStoreError,
    NotOnServerError,
    OtherCopyError,
    SourceInUseError,
)
from storage.keyfile import KeyFile
from storage.migrate import migrate
from storage.places import Places
from storage.store import open_store
from storage.verify import Report, untold, verify
from storage.version import current, require_current
from tests.storage.backups import Told
from tests.storage.builders import DAY, NOW, CountedBytes, Place, raise_signal
from tests.storage.rewriting import unguard
from tests.storage.server import Server
from tests.storage.test_erasing import lived


@pytest.fixture
async def old(place: Place) -> Place:
    """A store in a file with two cases, one of them erased, and a checkpoint; nobody uses it."""
    await lived(place)
    place.engine.dispose()
    return place


@pytest.fixture
def target(old: Place, server: Server) -> Iterator[Places]:
    """An empty database, with the keys and the proof of the old store."""
    with server.database("copied") as url:
        yield replace(old.places, url=url)


def copied(old: Place, target: Places, file: Path | None = None) -> Report:
    master = KeyFile.load(old.key_path)
    return copy_store(file or old.path, target, master, CountedBytes("copy"), untold)


def rows(connection: Connection) -> dict[str, list[tuple[object, ...]]]:
    """Everything that a store holds."""
    return {
        table.name: sorted(map(tuple, connection.execute(select(table))), key=repr)
        for table in SQLModel.metadata.sorted_tables
    }


def held(url: str) -> dict[str, list[tuple[object, ...]]]:
    with one_transaction(url, read_only=True) as connection:
        return rows(connection)


async def test_a_copied_store_goes_on(old: Place, target: Places) -> None:
    """Every row is there, every link is whole, and the next case gets the next numbers."""
    before = held(old.url)
    report = copied(old, target)
    after = held(target.url)
    store = open_store(target, KeyFile.load(old.key_path), random_bytes=CountedBytes("on"))
    await store.write(lambda unit: raise_signal(unit, "case-3", "F5G6H7"), whole_board=True)
    child = await store.read(lambda unit: unit.names.find("s1", "Sam"), whole_board=True)
    await store.checkpoint(NOW + 2 * DAY)
    await store.close()
    now = verify(target, old.vault.signing.public_key())

    assert after == before == held(old.url)
    assert report == Report(2, 4, 2, 1, 1, None)
    assert now == Report(3, 5, 3, 1, 2, None)
    assert child == ("case-1",)


def refused(old: Place, target: Places, file: Path | None = None) -> type[StoreError]:
    with pytest.raises(StoreError) as refusal:
        copied(old, target, file)
    return type(refusal.value)


def test_what_is_broken_is_not_copied(old: Place, target: Places) -> None:
    """A chain that does not hold is found before anything counts: the database stays empty."""
    unguard(old)
    old.sql("UPDATE case_event SET by = 'x' WHERE case_id = 'case-1' AND seq = 1")
    old.engine.dispose()

    assert refused(old, target) is BrokenCopyError
    assert current(target.url) is None


def stopped(old: Place, target: Places) -> Told:
    """Begin to copy, and stop at about half of the rows; what was told until then."""
    told = Told()

    def stop(what: str, done: int, total: int) -> None:
        told(what, done, total)
        if what == "rows copied" and done > total / 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        copy_store(old.path, target, KeyFile.load(old.key_path), CountedBytes("copy"), stop)
    return told


def test_a_stopped_copy_is_no_store_and_goes_on(old: Place, target: Places) -> None:
    """Nobody opens half a store; the same command copies the rest, and only the rest."""
    stopped(old, target)
    copied_rows = sum(map(len, held(target.url).values()))
    with pytest.raises(UnfinishedStoreError):
        open_store(target, KeyFile.load(old.key_path), random_bytes=CountedBytes("half"))
    told = Told()
    copy_store(old.path, target, KeyFile.load(old.key_path), CountedBytes("copy"), told)
    done = [done for what, done, _total in told.seen if what == "rows copied"]

    assert copied_rows > 1
    assert held(target.url) == held(old.url)
    assert done == sorted(done)
    assert [one for one in told.seen if one[1] > one[2]] == []


def test_a_source_that_changed_is_noticed(old: Place, target: Places) -> None:
    """Half of the store of yesterday is not filled up with that of today."""
    stopped(old, target)
    old.sql("UPDATE person SET name = 'somebody else' WHERE id = 'ib'")
    old.engine.dispose()

    assert refused(old, target) is ChangedSourceError


def test_what_was_changed_on_its_way_is_noticed(old: Place, target: Places) -> None:
    """The rows that an earlier run copied are compared too, before anybody can use them."""
    stopped(old, target)
    with one_transaction(target.url, read_only=False) as connection:
        connection.exec_driver_sql("UPDATE school SET name = 'another' WHERE id = 's1'")

    assert refused(old, target) is OtherCopyError
    with pytest.raises(UnfinishedStoreError):
        require_current(target.url)


def test_nothing_is_overwritten(old: Place, target: Places) -> None:
    """A second time the database is not empty."""
    copied(old, target)

    assert refused(old, target) is FilledStoreError


def test_a_store_in_use_is_not_copied(old: Place, target: Places) -> None:
    """What is written meanwhile would be lost."""
    with old.engine.connect():
        assert refused(old, target) is SourceInUseError


def test_only_a_whole_store_of_these_keys_is_copied(
    old: Place, target: Places, tmp_path: Path
) -> None:
    """No file, one of no version, one of other keys, or a target that is a file: each is named."""
    (tmp_path / "empty.sqlite").touch()
    other = tmp_path / "other.sqlite"
    migrate(Places(f"sqlite:///{other}", tmp_path / "other.keys", tmp_path / "other.proof"))
    stranger = replace(target, keys=tmp_path / "other.keys")

    assert refused(old, target, tmp_path / "none.sqlite") is MissingStoreError
    assert refused(old, target, tmp_path / "empty.sqlite") is NotMigratedError
    assert issubclass(refused(old, stranger), WrongKeyError)
    assert refused(old, old.places) is NotOnServerError
