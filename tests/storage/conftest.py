import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from sqlmodel import Session

from storage.engine import make_engine
from storage.keyfile import KeyFile
from storage.migrate import migrate
from storage.people import People
from storage.store import Store
from storage.unit import Unit
from storage.vault import Vault
from tests.storage.builders import CountedBytes, Place, key_file, organisation


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated database with the invented school, to copy: once is enough for every test."""
    path = tmp_path_factory.mktemp("template") / "template.sqlite"
    migrate(f"sqlite:///{path}")
    engine = make_engine(f"sqlite:///{path}", read_only=False)
    with Session(engine) as session, session.begin():
        People(session).apply(organisation())
    engine.dispose()
    return path


@pytest.fixture
def place(tmp_path: Path, template: Path) -> Iterator[Place]:
    """A store of the invented school, without a case, and its key."""
    path, key_path = tmp_path / "store.sqlite", key_file(tmp_path)
    shutil.copy(template, path)
    engine = make_engine(f"sqlite:///{path}", read_only=False)
    random_bytes = CountedBytes()
    vault = Vault(KeyFile.load(key_path), random_bytes)
    yield Place(path, key_path, engine, vault, random_bytes)
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
