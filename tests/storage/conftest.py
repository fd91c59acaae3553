from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from sqlmodel import Session

from storage.engine import make_engine
from storage.migrate import migrate
from storage.people import People
from storage.places import Places
from storage.store import Store
from storage.unit import Unit
from tests.storage.builders import Place, copy_store, key_file, organisation, placed


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated database with the invented school, to copy: once is enough for every test."""
    path = tmp_path_factory.mktemp("template") / "template.sqlite"
    migrate(Places.of(f"sqlite:///{path}"))
    engine = make_engine(f"sqlite:///{path}", read_only=False)
    with Session(engine) as session, session.begin():
        People(session).apply(organisation())
    engine.dispose()
    return path


@pytest.fixture
def place(tmp_path: Path, template: Path) -> Iterator[Place]:
    """A store of the invented school, without a case, and its key."""
    path, key_path = tmp_path / "store.sqlite", key_file(tmp_path)
    copy_store(template, path)
    with placed(path, key_path) as made:
        yield made


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
