import stat
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlmodel import SQLModel

from storage import tables
from storage.engine import one_transaction
from storage.errors import MissingStoreError, UnknownDatabaseError
from storage.migrate import migrate
from storage.places import Places
from storage.version import current, head
from tests.storage.builders import Place
from tests.storage.first_version import upgrade


def url(folder: Path) -> str:
    return f"sqlite:///{folder / 'new.sqlite'}"


def places(folder: Path) -> Places:
    return Places.of(url(folder))


def test_a_new_store_goes_to_the_newest_version(tmp_path: Path) -> None:
    """Migrating makes a store where there was none and can be repeated."""
    before = current(url(tmp_path))
    migrate(places(tmp_path))
    migrate(places(tmp_path))

    assert before is None
    assert current(url(tmp_path)) == head()


def test_a_store_of_the_first_version_is_brought_along(tmp_path: Path) -> None:
    """What stood in it stays, and the newer tables are there."""
    old = url(tmp_path)
    upgrade(old, "0001")
    with one_transaction(old, read_only=False) as connection:
        connection.exec_driver_sql("INSERT INTO setting VALUES ('x', x'00')")
    migrate(Places.of(old))

    with one_transaction(old, read_only=True) as connection:
        assert connection.exec_driver_sql("SELECT name FROM setting").all() == [("x",)]
        assert connection.exec_driver_sql("SELECT count(*) FROM slip").scalar_one() == 0
    assert current(old) == head()


def test_asking_for_the_version_makes_no_file(tmp_path: Path) -> None:
    """Looking at a store that is not there leaves nothing behind."""
    current(url(tmp_path))

    assert list(tmp_path.iterdir()) == []


def test_only_the_owner_may_read_the_files(place: Place) -> None:
    """The database and the files that SQLite puts beside it have mode 0600."""
    place.sql("INSERT INTO setting VALUES ('x', x'00')")
    files = [path for path in place.path.parent.iterdir() if path.name.startswith("store.sqlite")]

    assert len(files) == 3
    assert {stat.S_IMODE(path.stat().st_mode) for path in files} == {0o600}


@pytest.mark.both_databases
def test_the_tables_are_what_the_migrations_make(place: Place) -> None:
    """No column or index differs between the tables in code and a migrated store."""
    assert tables.CaseRow.metadata is SQLModel.metadata
    with place.engine.begin() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        differences = compare_metadata(context, SQLModel.metadata)

    assert differences == []


NOWHERE = ("nonsense", "sqlite://", "mysql://host/name", "postgresql://host/name")


@pytest.mark.parametrize("address", [*NOWHERE, "postgresql+psycopg://host"])
def test_an_address_that_is_no_store_is_refused(address: str) -> None:
    """A DATABASE_URL that cannot work says how one looks."""
    with pytest.raises(UnknownDatabaseError, match="DATABASE_URL must look like"):
        migrate(Places.of(address))


def test_a_missing_folder_is_named_as_the_fault(tmp_path: Path) -> None:
    """A typing error in the path does not make folders."""
    with pytest.raises(MissingStoreError):
        migrate(places(tmp_path / "nowhere"))
