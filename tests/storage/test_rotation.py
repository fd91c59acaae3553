"""Replacing the master key, also of a store in use, and also when it is killed again and again.

With ROTATED=10000 in the environment it is the counted run; without, a short one.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from storage.errors import WrongKeyError
from storage.keyfile import KeyFile
from storage.rotation import rotate
from storage.store import Store
from storage.unit import Unit
from tests.storage.builders import DAY, NOW, CountedBytes, Place, placed, raise_signal

ROTATED = int(os.environ.get("ROTATED", "200"))
STRIDE = 17
"""Steps by which each run lives longer than the one before it."""


class Watch:
    """Keeps what progress it was told of."""

    def __init__(self) -> None:
        self.seen: list[tuple[int, int]] = []

    def __call__(self, done: int, total: int) -> None:
        self.seen.append((done, total))


def fill(unit: Unit) -> None:
    raise_signal(unit)
    unit.drafts.save("teacher", "signal", {"text": "tired"}, NOW + DAY)


def readable(unit: Unit) -> bool:
    draft = unit.drafts.load("teacher", "signal", NOW)
    case = unit.cases.fold("case-1")
    return draft == {"text": "tired"} and case is not None and unit.names.find("s1", "M.") == ()


def turned(place: Place, seed: str = "new") -> list[tuple[int, int]]:
    watch = Watch()
    rotate(place.places, KeyFile.load(place.key_path), CountedBytes(seed), watch)
    return watch.seen


async def test_everything_is_readable_with_the_new_key_only(place: Place, tmp_path: Path) -> None:
    """Afterwards the file holds one key, another one, and the old one opens nothing."""
    with place.unit() as unit:
        fill(unit)
    old = tmp_path / "old.key"
    old.write_bytes(place.key_path.read_bytes())
    old.chmod(0o600)
    turned(place)
    store = place.opened()

    assert await store.read(readable)
    assert KeyFile.load(old).masters != KeyFile.load(place.key_path).masters
    assert len(KeyFile.load(place.key_path).masters) == 1

    await store.close()
    place.key_path.unlink()
    old.rename(place.key_path)
    with pytest.raises(WrongKeyError):
        place.opened()


async def test_a_store_in_use_goes_on(store: Store, place: Place) -> None:
    """A running bot notices nothing: it reads old cases and makes new ones, without a restart."""
    await store.write(fill)
    turned(place)
    await store.write(lambda unit: raise_signal(unit, "case-2", "B2C3D4"))
    turned(place, "newer")

    assert await store.read(readable)
    assert await store.read(lambda unit: unit.cases.fold("case-2")) is not None


def test_progress_is_told(place: Place) -> None:
    """Whoever waits sees how far it is, up to the end."""
    for number in range(300):
        place.vault.new_case(f"case-{number}")
    seen = turned(place)

    assert [done for done, _ in seen] == sorted(done for done, _ in seen)
    assert {total for _, total in seen} == {306}
    assert seen[-1] == (306, 306)
    assert len(seen) > 2


def test_another_key_changes_nothing(place: Place, tmp_path: Path) -> None:
    """With a key that is not that of the store it is refused before anything happened."""
    other = KeyFile.create(tmp_path / "other.key", CountedBytes("other"))
    before = place.keys_sql("SELECT * FROM data_key"), place.keys_sql("SELECT * FROM root_key")

    with pytest.raises(WrongKeyError):
        rotate(place.places, other, CountedBytes(), Watch())
    assert place.keys_sql("SELECT * FROM data_key") == before[0]
    assert place.keys_sql("SELECT * FROM root_key") == before[1]


def test_of_the_old_root_no_byte_is_left(place: Place) -> None:
    """What the old master key could open is gone from the files of the keys."""
    ((root,),) = place.keys_sql("SELECT wrapped FROM root_key")
    turned(place)

    assert isinstance(root, bytes)
    assert not any(root in path.read_bytes() for path in place.path.parent.glob("*keys.sqlite*"))


def test_killed_again_and_again_it_loses_no_key(place: Place) -> None:
    """After many killed runs and one that was let be, every key of every case is as it was."""
    names = [f"case-{number:05}" for number in range(ROTATED)]
    for name in names:
        place.vault.new_case(name)
    before = {name: place.vault.case_cipher(name).key for name in names}
    place.checkpoint()
    program = (sys.executable, "-m", "tests.storage.rotating", str(place.path))
    ran = subprocess.run(
        [*program, str(place.key_path), str(max(STRIDE, ROTATED // 200))],
        check=True,
        capture_output=True,
        text=True,
    )
    with placed(place.path, place.key_path) as again:
        after = {name: again.vault.case_cipher(name).key for name in names}

    assert int(ran.stdout) > 10
    assert after == before
    assert len(place.keys_sql("SELECT * FROM root_key")) == 1
    assert len(KeyFile.load(place.key_path).masters) == 1
