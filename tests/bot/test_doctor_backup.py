from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.doctor_backup import examine_backups
from storage.backup import DATA, KEYS, STAMP, Shelf

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    shelf = Shelf(tmp_path / "data", tmp_path / "keys", 7)
    shelf.data.mkdir()
    shelf.keys.mkdir()
    return shelf


def put(shelf: Shelf, age: timedelta) -> None:
    name = (NOW - age).strftime(STAMP)
    (shelf.data / f"{name}{DATA}").touch()
    (shelf.keys / f"{name}{KEYS}").touch()


def test_a_backup_that_was_never_made_is_to_be_looked_at(shelf: Shelf) -> None:
    """Data without keys are none either; a folder that is not there is no error."""
    (shelf.data / f"{NOW.strftime(STAMP)}{DATA}").touch()
    (found,) = examine_backups(shelf, NOW)
    (other,) = examine_backups(Shelf(Path("none"), Path("none"), 7), NOW)

    assert (found.ok, found.says) == (None, "is not there")
    assert other == found
    assert "wegwijzer backup" in found.repair


@pytest.mark.parametrize("hours, ok", [(0, True), (47, True), (49, False)])
def test_its_age_is_told(shelf: Shelf, hours: int, ok: bool) -> None:  # noqa: FBT001 - an expected value
    """That of the newest; more than two days is wrong."""
    put(shelf, timedelta(days=3))
    put(shelf, timedelta(hours=hours))
    (found,) = examine_backups(shelf, NOW)

    assert found.ok == ok
    assert found.says == f"is {hours // 24} days and {hours % 24} hours old"


def test_keys_that_should_be_gone_are_counted(shelf: Shelf) -> None:
    """As long as they are there somebody can undo an erasure."""
    put(shelf, timedelta(days=8))
    put(shelf, timedelta(hours=1))
    whole, old = examine_backups(shelf, NOW)

    assert whole.ok
    assert (old.ok, old.says) == (False, "hold keys for longer than 7 days: 1")
