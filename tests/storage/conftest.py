import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from storage.engine import make_engine
from storage.keyfile import KeyFile
from storage.migrate import migrate
from storage.store import Store
from storage.unit import Unit
from storage.vault import Vault
from tests.storage.builders import CountedBytes, Place, key_file, organisation


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated database to copy: migrating once is enough for every test."""
    path = tmp_path_factory.mktemp("template") / "empty.sqlite"
    migrate(f"sqlite:///{path}")
    return path


@pytest.fixture
def place(tmp_path: Path, empty_database: Path) -> Iterator[Place]:
    """An empty store with its key, and the invented school in it."""
    path, key_path = tmp_path / "store.sqlite", key_file(tmp_path)
    shutil.copy(empty_database, path)
    engine = make_engine(f"sqlite:///{path}", read_only=False)
    random_bytes = CountedBytes()
    vault = Vault(KeyFile.load(key_path), random_bytes)
    made = Place(path, key_path, engine, vault, random_bytes)
    with made.unit() as unit:
        unit.people.apply(organisation())
    yield made
    engine.dispose()


@pytest.fixture
def unit(place: Place) -> Iterator[Unit]:
    """One open transaction on that store."""
    with place.unit() as made:
        yield made


@pytest.fixture
async def store(place: Place) -> AsyncIterator[Store]:
    """That store behind its async face."""
    opened = place.opened()
    yield opened
    await opened.close()
