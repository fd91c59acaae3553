import asyncio
from datetime import timedelta
from pathlib import Path

import pytest

from storage.backup import KEYS, back_up
from storage.errors import BackupAtWorkError, MissingCaseKeysError
from storage.sealed import Opener, read_head
from storage.snapshot import alone
from storage.store import Store
from tests.storage.backups import Told, backed_up, kit, left_behind
from tests.storage.builders import DAY, NOW, Place, raise_signal, submit


def opened(path: Path, key: bytes) -> bytes:
    """All that is in a backup."""
    with path.open("rb") as stream:
        opener = Opener(stream, key, read_head(stream))
        pieces = iter(lambda: opener.read(1 << 20), b"")
        return b"".join(pieces)


def test_a_backup_of_the_data_holds_no_key(place: Place) -> None:
    """Neither as it lies on the disk nor when it is opened: the keys have another term."""
    with place.unit() as unit:
        submit(unit)
    made = backed_up(place)
    wrapped = [
        *place.keys_sql("SELECT wrapped FROM data_key"),
        *place.keys_sql("SELECT wrapped FROM root_key"),
    ]
    inside, plain = made.data.read_bytes(), opened(made.data, place.vault.backups)

    assert len(wrapped) == 8
    assert b"case-1" in plain
    assert not [key for (key,) in wrapped if isinstance(key, bytes) and key in inside + plain]


def test_nobody_reads_a_backup_without_its_key(place: Place) -> None:
    """No name of staff, no id and no table shows, and only its owner may read the files."""
    with place.unit() as unit:
        submit(unit)
    made = backed_up(place)
    content = made.data.read_bytes() + made.keys.read_bytes()

    assert not [word for word in (b"Name of", b"case-1", b"SQLite", b"data_key") if word in content]
    assert made.data.stat().st_mode & 0o077 == 0
    assert made.keys.stat().st_mode & 0o077 == 0
    assert made.data.parent != made.keys.parent


def test_old_copies_of_keys_are_thrown_away(place: Place) -> None:
    """After their term, and not before; the data stay."""
    first, second = backed_up(place), backed_up(place, NOW + DAY)
    third = backed_up(place, NOW + 7 * DAY + timedelta(hours=1))

    assert third.thrown_away == 1
    assert sorted(kit(place).shelf.keys.glob(f"*{KEYS}")) == [second.keys, third.keys]
    assert first.data.exists()


async def test_how_far_it_is_is_told(store: Store, place: Place) -> None:
    """Whoever waits sees each part come to its end."""
    for number in range(40):
        case = f"case-{number}", f"{number:06}"
        await store.write(lambda unit, case=case: raise_signal(unit, *case))  # type: ignore[misc]  # bound per case
    told = kit(place)
    await asyncio.to_thread(back_up, told)

    assert isinstance(told.tell, Told)
    assert {what for what, done, total in told.tell.seen if done == total} == {
        "copied",
        "keys copied",
        "bytes locked",
    }


@pytest.mark.parametrize("moment", range(4))
def test_a_stop_leaves_nothing_half(place: Place, moment: int) -> None:
    """Whatever it was doing, no half file stays, and the next one is whole."""
    stopping, calls = kit(place), iter(range(99))

    def stop(_what: str, _done: int, _total: int) -> None:
        if next(calls) == moment:
            raise KeyboardInterrupt

    object.__setattr__(stopping, "tell", stop)
    with pytest.raises(KeyboardInterrupt):
        back_up(stopping)

    assert left_behind(place.path.parent) == []
    assert kit(place).shelf.newest(".data") is None
    assert backed_up(place).data.exists()


def test_what_a_killed_backup_left_is_cleared_away(place: Place) -> None:
    """A process that had no time to tidy up leaves nothing for long."""
    backed_up(place)
    (place.path.parent / ".store.sqlite.staging").mkdir()
    (place.path.parent / ".store.sqlite.staging" / "store.sqlite").write_bytes(b"names")
    (kit(place).shelf.data / "20261124T093000.000000Z.data.half").write_bytes(b"half")
    backed_up(place, NOW + DAY)

    assert left_behind(place.path.parent) == []


def test_two_at_once_do_not_mix(place: Place) -> None:
    """The second is told to wait, and leaves the first alone."""
    lock = place.path.with_name(".store.sqlite.backup-lock")
    with alone(lock), pytest.raises(BackupAtWorkError):
        backed_up(place)

    assert backed_up(place).data.exists()


def test_without_keys_there_is_no_backup(place: Place) -> None:
    """It is said at once, and not at the first restore."""
    place.places.keys.rename(place.path.with_name("away"))

    with pytest.raises(MissingCaseKeysError):
        backed_up(place)
