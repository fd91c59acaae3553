from dataclasses import replace
from pathlib import Path

import pytest

from storage.engine import database_file
from storage.errors import (
    BrokenBackupError,
    BrokenProofError,
    DamagedBackupError,
    NoBackupError,
    OlderProofError,
    OtherBackupError,
    StoreError,
    StoreInUseError,
    StoreThereError,
    WrongKeyError,
)
from storage.keyfile import KeyFile
from storage.places import Places
from storage.restore import Sources, drill, restore
from storage.store import Store
from tests.storage.backups import backed_up, both, elsewhere, kit, restored
from tests.storage.builders import (
    DAY,
    NOW,
    CountedBytes,
    Place,
    copy_store,
    placed,
)


@pytest.fixture
async def made(store: Store, place: Place) -> tuple[Path, Path]:
    """A backup of a store with two cases and a checkpoint."""
    await store.write(both)
    await store.checkpoint(NOW)
    made = backed_up(place)
    return made.data, made.keys


def refused(place: Place, name: str = "again") -> StoreError:
    """The refusal of a restore that left nothing."""
    there = elsewhere(place, name)
    before = sorted(path.name for path in there.places.proof.parent.iterdir())
    with pytest.raises(StoreError) as refusal:
        restore(there, Sources())
    after = [path.name for path in there.places.proof.parent.iterdir()]

    assert sorted(name for name in after if "lock" not in name) == before
    return refusal.value


@pytest.mark.parametrize("which", [0, 1])
@pytest.mark.parametrize("share", [0.0, 0.02, 0.3, 0.7, 0.999])
def test_a_changed_backup_is_refused(
    place: Place, made: tuple[Path, Path], which: int, share: float
) -> None:
    """Whatever byte was changed, in the data or in the keys."""
    content = bytearray(made[which].read_bytes())
    content[int(share * len(content))] ^= 1
    made[which].write_bytes(content)

    assert isinstance(refused(place), DamagedBackupError)


@pytest.mark.parametrize("which", [0, 1])
@pytest.mark.parametrize("share", [0.0, 0.001, 0.5, 0.9999])
def test_a_backup_that_was_cut_off_is_refused(
    place: Place, made: tuple[Path, Path], which: int, share: float
) -> None:
    """Wherever it ends."""
    content = made[which].read_bytes()
    made[which].write_bytes(content[: int(share * len(content))])

    assert str(refused(place)).startswith("The backup was changed or cut off")


def test_another_master_key_is_refused(
    place: Place, made: tuple[Path, Path], tmp_path: Path
) -> None:
    """The sentence names where the right one belongs."""
    other = KeyFile.create(tmp_path / "other.key", CountedBytes("other"))
    there = replace(elsewhere(place), master=other)

    with pytest.raises(WrongKeyError, match="KEY_FILE"):
        restore(there, Sources())


def test_keys_in_place_of_data_are_refused(place: Place, made: tuple[Path, Path]) -> None:
    """Swapped files are no backup."""
    with pytest.raises(DamagedBackupError):
        restore(elsewhere(place), Sources(data=made[1]))


def test_data_of_another_store_are_refused(
    place: Place, made: tuple[Path, Path], template: Path
) -> None:
    """Its keys do not open them, though both stores have the same master key."""
    path = place.path.parent / "neighbour" / "store.sqlite"
    path.parent.mkdir()
    copy_store(template, path)
    with placed(path, place.key_path, "neighbour") as neighbour:
        keys = backed_up(neighbour).keys

    with pytest.raises(OtherBackupError):
        restore(elsewhere(place), Sources(keys=keys))


def test_an_older_ledger_is_refused(place: Place, made: tuple[Path, Path]) -> None:
    """With it, what was erased would come back."""
    lines = place.places.checkpoints.read_bytes()
    place.places.checkpoints.write_bytes(lines[: len(lines) // 2])

    assert isinstance(refused(place), OlderProofError)


def test_a_forged_ledger_is_refused(place: Place, made: tuple[Path, Path]) -> None:
    """A line that nobody signed is named."""
    place.places.erased.write_bytes(b"00\t{}\n")

    assert isinstance(refused(place), BrokenProofError)


def test_a_broken_chain_is_refused(place: Place, made: tuple[Path, Path]) -> None:
    """What was changed in the store before the backup was made is not brought back as whole."""
    place.sql("DROP TRIGGER case_event_no_update")
    place.sql("UPDATE case_event SET by = 'somebody' WHERE case_id = 'case-2'")
    backed_up(place, NOW + DAY)

    assert isinstance(refused(place), BrokenBackupError)


def test_a_case_without_its_key_is_refused(place: Place, made: tuple[Path, Path]) -> None:
    """Keys that are older than the data show before the store is used, with the code."""
    place.keys_sql("DELETE FROM data_key WHERE name = 'case-2'")
    backed_up(place, NOW + DAY)

    assert "There is no key for case B2C3D4." in str(refused(place))


def leave_log(places: Places) -> None:
    """As somebody does who moves only the database away."""
    database = database_file(places.url)
    database.with_name(f"{database.name}-wal").write_bytes(b"log")


async def test_a_store_in_use_is_never_overwritten(store: Store, place: Place) -> None:
    """Nor one that nobody uses, nor the log of one; each is told apart."""
    await store.write(both)
    backed_up(place)
    with pytest.raises(StoreInUseError):
        restore(kit(place), Sources())
    there, _found = restored(place)
    with pytest.raises(StoreThereError):
        restore(there, Sources())
    other = elsewhere(place, "other")
    leave_log(other.places)

    with pytest.raises(StoreThereError):
        restore(other, Sources())
    assert await store.read(lambda unit: unit.cases.fold("case-2")) is not None


def test_without_a_backup_it_is_said(place: Place) -> None:
    """Also when the file that was named is not there."""
    assert isinstance(refused(place), NoBackupError)
    with pytest.raises(NoBackupError):
        drill(kit(place), Sources(data=Path("none.data")))
