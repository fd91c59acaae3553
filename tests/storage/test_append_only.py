import pytest
from sqlalchemy.exc import IntegrityError

from tests.storage.builders import Place, raise_signal

COPY = "INSERT OR REPLACE INTO {0} SELECT * FROM {0}"


@pytest.mark.parametrize("table", ["case_event", "access_line"])
@pytest.mark.parametrize("change", ["UPDATE {0} SET at = at", "DELETE FROM {0}", COPY])
def test_what_is_written_once_stays(place: Place, table: str, change: str) -> None:
    """A migrated store refuses every way to change or remove an event or an access line."""
    with place.unit() as unit:
        raise_signal(unit)

    with pytest.raises(IntegrityError, match="append-only"):
        place.sql(change.format(table))
