from pathlib import Path

import pytest

from storage.errors import (
    MissingKeyError,
    NewerStoreError,
    NotMigratedError,
    StoreFailedError,
    UnsafeKeyError,
    UnsafeStoreError,
    WrongKeyError,
)
from storage.keyfile import KeyFile
from storage.places import Places
from storage.store import Store, open_store
from tests.storage.builders import CountedBytes, Place, key_file


def start(place: Place, key_path: Path | None = None) -> Store:
    master = KeyFile.load(key_path or place.key_path)
    return open_store(place.places, master, random_bytes=place.random_bytes)


def open_at(path: Path, key_path: Path) -> Store:
    places, master = Places.of(f"sqlite:///{path}"), KeyFile.load(key_path)
    return open_store(places, master, random_bytes=CountedBytes())


async def test_the_first_key_is_the_only_one(place: Place, tmp_path: Path) -> None:
    """A store that was opened once refuses to start with any other key."""
    await start(place).close()
    other = tmp_path / "other.key"
    KeyFile.create(other, CountedBytes("another"))

    with pytest.raises(WrongKeyError, match="Put the right key file at KEY_FILE"):
        start(place, other)
    await start(place).close()


def test_without_a_key_nothing_starts(place: Place, tmp_path: Path) -> None:
    """A missing key file stops the start before the store is touched."""
    before = place.path.read_bytes()

    with pytest.raises(MissingKeyError):
        start(place, tmp_path / "none.key")
    assert place.path.read_bytes() == before


def test_an_open_key_file_stops_the_start(place: Place) -> None:
    """A key that others may read is not used."""
    place.key_path.chmod(0o644)

    with pytest.raises(UnsafeKeyError):
        start(place)


def test_an_open_store_stops_the_start(place: Place) -> None:
    """A database that others may read is not used: it holds the names of people."""
    place.path.chmod(0o644)

    with pytest.raises(UnsafeStoreError, match="chmod 600"):
        start(place)


def test_a_store_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    """Starting on a wrong path asks for the migration and leaves no file behind."""
    path = tmp_path / "typo.sqlite"

    with pytest.raises(NotMigratedError, match="wegwijzer migrate"):
        open_at(path, key_file(tmp_path))
    assert not path.exists()


def test_a_newer_store_is_not_opened(place: Place) -> None:
    """A store of a later version asks for that version, not for a migration."""
    place.sql("UPDATE alembic_version SET version_num = '9999'")

    with pytest.raises(NewerStoreError, match="newer version"):
        start(place)


def test_a_file_that_is_no_store_is_refused(place: Place, tmp_path: Path) -> None:
    """Something else at the address of the store is left alone and named in one sentence."""
    other = tmp_path / "letter.sqlite"
    other.write_text("Dear reader, this is no database at all.\n" * 40)

    with pytest.raises(StoreFailedError, match="SQLITE_NOTADB"):
        open_at(other, place.key_path)
