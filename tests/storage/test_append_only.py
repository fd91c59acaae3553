import pytest
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from storage.erasing import KEPT
from storage.sql import insert
from storage.tables_aside import ErasedCaseRow
from storage.verify import CHANGES
from tests.storage.builders import NOW, Place, raise_signal
from tests.storage.rewriting import guards

pytestmark = pytest.mark.both_databases

UPDATE, DELETE = "UPDATE {0} SET case_id = case_id", "DELETE FROM {0}"
ATTEMPTS = {
    "sqlite": (UPDATE, DELETE, "INSERT OR REPLACE INTO {0} SELECT * FROM {0}"),
    "postgresql": (
        *(UPDATE, DELETE, "TRUNCATE {0}", 'TRUNCATE "case" CASCADE', "TRUNCATE school CASCADE"),
        (
            "INSERT INTO {0} SELECT * FROM {0} "
            "ON CONFLICT ON CONSTRAINT {0}_pkey DO UPDATE SET case_id = excluded.case_id"
        ),
    ),
}


@pytest.fixture
def written(place: Place) -> Place:
    """A row in each table that can only be added to."""
    with place.unit() as unit:
        raise_signal(unit)
    stub = ErasedCaseRow(
        case_id="case-1",
        code="K7T4XM",
        school="s1",
        raised_at=NOW,
        ended_at=NOW,
        entries=1,
        ground="term",
        decided_by="director",
        erased_at=NOW,
    )
    with Session(place.engine) as session, session.begin():
        insert(session, stub)
    return place


@pytest.mark.parametrize("table", sorted(KEPT))
def test_what_is_written_once_stays(written: Place, table: str) -> None:
    """A migrated store refuses every way to change, remove or replace what it must keep."""
    for attempt in ATTEMPTS[written.database]:
        with pytest.raises(IntegrityError, match="append-only"):
            written.sql(attempt.format(table))
    assert len(written.sql(f"SELECT * FROM {table}")) == 1  # noqa: S608 - the store's own names


def test_every_guard_is_there_after_all_migrations(place: Place) -> None:
    """No migration dropped one or left one out: each table has one against each change."""
    wanted = {
        (table, f"{table}_no_{change}") for table in KEPT for change in CHANGES[place.database]
    }

    assert guards(place) == wanted
