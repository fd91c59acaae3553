from collections.abc import AsyncIterator, Iterator
from itertools import count
from pathlib import Path

import pytest
from sqlmodel import Session

from storage.migrate import migrate
from storage.people import People
from storage.places import Places
from storage.store import Store
from storage.unit import Unit
from tests.storage.builders import (
    Place,
    copy_store,
    key_file,
    on_whole_board,
    organisation,
    placed,
)
from tests.storage.server import Server

BOTH = ("sqlite", "postgresql")
NAMES = (f"store_{number}" for number in count())


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run what is marked `both_databases` once on each."""
    marked = metafunc.definition.get_closest_marker("both_databases") is not None
    if marked and "place" in metafunc.fixturenames:
        metafunc.parametrize("place", BOTH, indirect=True)


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated database with the invented school, to copy: once is enough for every test."""
    path = tmp_path_factory.mktemp("template") / "template.sqlite"
    fill(Places.of(f"sqlite:///{path}"))
    return path


def fill(places: Places) -> None:
    migrate(places)
    engine = on_whole_board(places.url)
    with Session(engine) as session, session.begin():
        People(session).apply(organisation())
    engine.dispose()


@pytest.fixture(scope="session")
def template_on_server(server: Server, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The same on the server: the name of a database to copy."""
    name, folder = "template_school", tmp_path_factory.mktemp("template-on-server")
    server.create(name)
    fill(Places.of(server.url(name), folder / "keys.sqlite", folder / "proof"))
    return name


@pytest.fixture
def place(request: pytest.FixtureRequest, tmp_path: Path, template: Path) -> Iterator[Place]:
    """A store of the invented school, without a case, and its key."""
    path, key_path = tmp_path / "store.sqlite", key_file(tmp_path)
    copy_store(template, path)
    if getattr(request, "param", "sqlite") == "sqlite":
        with placed(path, key_path) as made:
            yield made
        return
    path.unlink()
    server: Server = request.getfixturevalue("server")
    name = next(NAMES)
    server.create(name, request.getfixturevalue("template_on_server"))
    with placed(path, key_path, server=server.url(name)) as made:
        yield made
    server.drop(name)


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
