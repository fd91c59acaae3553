import pytest

from storage.engine import make_engine
from tests.storage.builders import Place

EXPECTED = {
    "journal_mode": "wal",
    "synchronous": 2,
    "foreign_keys": 1,
    "secure_delete": 1,
    "trusted_schema": 0,
    "recursive_triggers": 1,
    "busy_timeout": 2000,
}


@pytest.mark.parametrize("read_only", [False, True])
def test_every_connection_has_the_safe_settings(place: Place, *, read_only: bool) -> None:
    """Durability, foreign keys, wiping and triggers are on for whoever connects."""
    engine = make_engine(place.url, read_only=read_only)
    with engine.begin() as connection:
        found = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in EXPECTED}
        query_only = connection.exec_driver_sql("PRAGMA query_only").scalar()
    engine.dispose()

    assert found == EXPECTED
    assert bool(query_only) is read_only
