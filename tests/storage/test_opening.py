import shutil
from pathlib import Path

import pytest

from storage.errors import MixedStoreError, NewerStoreError, UnsafeCaseKeysError
from storage.keystore import create_keys
from tests.storage.builders import Place, copy_store, placed, raise_signal

pytestmark = pytest.mark.both_databases


def test_a_key_store_that_others_may_read_stops_the_start(place: Place) -> None:
    """It is closed like the master key, and says how."""
    place.places.keys.chmod(0o640)

    with pytest.raises(UnsafeCaseKeysError, match="CASE_KEYS_FILE"):
        place.opened()


def test_the_keys_of_another_store_are_refused(
    place: Place, template: Path, tmp_path: Path
) -> None:
    """Two stores whose files were mixed up are not opened, also with the same master key."""
    other = tmp_path / "other.sqlite"
    copy_store(template, other)
    with placed(other, place.key_path, "other") as strange:
        strange.checkpoint()
        place.checkpoint()
        place.vault.close()
        shutil.copy(strange.places.keys, place.places.keys)

    with pytest.raises(MixedStoreError, match="CASE_KEYS_FILE"):
        place.opened()


def test_a_newer_key_store_is_left_alone(place: Place) -> None:
    """A program that does not know its form does not touch it."""
    place.keys_sql("PRAGMA user_version = 9")

    with pytest.raises(NewerStoreError):
        create_keys(place.places)


def test_the_key_of_a_case_is_in_no_database_but_its_own(place: Place) -> None:
    """A copy of the database alone, with the master key, opens no case."""
    with place.unit() as unit:
        raise_signal(unit)
    ((wrapped,),) = place.keys_sql("SELECT wrapped FROM data_key WHERE kind = 'case'")

    assert isinstance(wrapped, bytes)
    assert not any(wrapped in path.read_bytes() for path in place.path.parent.glob("store.sqlite*"))
