"""A store of every version that people use can be upgraded, with all that stands in it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from storage.cases import NewCase
from storage.engine import one_transaction
from storage.keyfile import KeyFile
from storage.migrate import migrate
from storage.store import open_store
from storage.unit import Unit
from storage.verify import parse_public_key, verify
from storage.version import current, head
from storage.version import versions as known
from tests.storage.builders import DAY, NOW, SIGNAL, CountedBytes
from tests.storage.conftest import BOTH
from tests.storage.releases import Kept, brought_back, on_server, told, versions

SINCE = "0014"
"""From this one on each version is kept."""

LATER = NOW + 900 * DAY


@pytest.fixture(params=versions())
def kept(request: pytest.FixtureRequest, tmp_path: Path) -> Kept:
    return brought_back(request.param, tmp_path)


@pytest.fixture(params=BOTH)
def old(kept: Kept, request: pytest.FixtureRequest) -> Iterator[Kept]:
    if request.param == "sqlite":
        yield kept
        return
    with request.getfixturevalue("server").database("released") as url:
        yield on_server(kept, url)


def test_each_version_is_kept() -> None:
    """Whoever adds a migration keeps a store of it (`tests/conversations/releasing.py`)."""
    assert versions() == tuple(one for one in known() if one >= SINCE)


def tables(kept: Kept) -> dict[str, int]:
    """How many rows each table has, but for what starting up and upgrading write themselves."""
    with one_transaction(kept.places.url, read_only=True) as connection:
        query = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        names = [row[0] for row in connection.execute(text(query))]
        return {
            name: connection.exec_driver_sql(f'SELECT count(*) FROM "{name}"').scalar_one()  # noqa: S608 - names of tables
            for name in names
        }


def test_a_kept_store_has_something_in_it(kept: Kept) -> None:
    """An upgrade of empty tables would show nothing."""
    filled = {name for name, count in tables(kept).items() if count}

    assert current(kept.places.url) == kept.version
    assert {"case", "case_event", "outbox", "due", "draft", "erased_case", "training"} <= filled
    assert sum(map(len, kept.told.values())) > 100


def begin(unit: Unit) -> None:
    case = NewCase("case-new", "F5G6H7", "regenboog")
    unit.cases.create(case, [SIGNAL], "sam", LATER, "signal")


async def test_it_is_upgraded_with_all_that_stands_in_it(old: Kept) -> None:
    """On both databases every entry still opens, every chain holds, and work goes on."""
    migrate(old.places)
    store = open_store(old.places, KeyFile.load(old.key_path), random_bytes=CountedBytes("on"))
    found = await store.read(told, whole_board=True)
    await store.write(begin, whole_board=True)
    await store.checkpoint(LATER)
    await store.close()
    key = parse_public_key(old.places.public_key.read_text("ascii"))
    report = verify(old.places, key)

    assert found == old.told
    assert current(old.places.url) == head()
    assert report.broken is None
    assert (report.cases, report.erased) == (len(old.told) + 2, 1)
