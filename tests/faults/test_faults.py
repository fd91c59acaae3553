"""What people were told is kept, whatever happens to the process, the power, the disk or a lock.

Each fault has its size in an environment variable; with one of them set only that fault is tried.
"""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.faults import full, strace
from tests.faults.chance import drawn, new_seed
from tests.faults.disk import Cut, Disk, File, Write
from tests.faults.running import counted
from tests.faults.script import calls, happen

SIZES = {
    "kills": ("RANDOM_KILLS", 6),
    "points": ("WRITE_POINTS", 2),
    "cuts": ("POWER_CUTS", 8),
    "levels": ("FILL_LEVELS", 2),
    "holds": ("HOLDS", 1),
}
"""Of each fault: the variable, and its size without; `WRITE_POINTS=1000` is every point."""


def sizes() -> dict[str, int]:
    chosen = {name: int(os.environ[key]) for name, (key, _) in SIZES.items() if key in os.environ}
    return chosen or {name: size for name, (_, size) in SIZES.items()}


def impossible(folder: Path) -> dict[str, str | None]:
    """Why a fault cannot be made on this machine."""
    traced = strace.refused()
    return {"points": traced, "cuts": traced, "levels": full.refused(folder / "tried")}


async def test_whatever_happens_what_was_told_is_kept_once(
    tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    """After every fault all that was acknowledged is there, whole and once, and people go on."""
    seed = new_seed(os.environ.get("SEED"))
    reasons = {name: why for name, why in impossible(tmp_path).items() if why}
    chosen = {name: size for name, size in sizes().items() if name not in reasons}
    record_property("left out", reasons)
    if not chosen:
        pytest.skip(str(reasons))
    found = await counted("tests.faults", tmp_path, seed, *(f"{n}={s}" for n, s in chosen.items()))
    for name, told in found.items():
        record_property(name, told)

    assert set(found) == set(chosen)
    assert {name: told["wrong"] for name, told in found.items() if told["wrong"]} == {}, seed
    # Only in the long form, where nothing else keeps the machine busy.
    assert "HOLDS" not in os.environ or found["holds"]["late"] == 0


def test_a_disk_forgets_what_was_not_synced() -> None:
    """What was written since may be gone, whole or in part, also its name; the rest never is."""
    disk, file = Disk(), File()
    disk.name("/a/safe", file)
    disk.sync_folder("/a")
    file.since += [Write(0, b"s" * 1024)]
    file.sync()
    file.since += [Write(0, b"n" * 1024), Cut(1024)]
    disk.name("/a/new", File())
    found = [disk.lost(drawn(str(number))) for number in range(100)]

    halves = {one["/a/safe"][at : at + 512] for one in found for at in (0, 512)}
    assert halves == {b"s" * 512, b"n" * 512}
    assert {len(one["/a/safe"]) for one in found} == {1024}
    assert {"/a/new" in one for one in found} == {True, False}


LOG = r"""
7 openat(AT_FDCWD</x>, "\x2f\x61\x2f\x66", O_RDWR|O_CREAT, 0600) = 3<\x2f\x61\x2f\x66>
7 pwrite64(3<\x2f\x61\x2f\x66>, "\x68\x6f\x69", 3, 0 <unfinished ...>
8 fdatasync(4<\x2f\x61\x2f\x67>) = 0
7 <... pwrite64 resumed>) = 3
7 fsync(5<\x2f\x61>) = 0
7 pwrite64(3<\x2f\x61\x2f\x66>, "\x21", 1, 3) = -1 ENOSPC (No space left on device)
"""


def test_what_strace_wrote_is_read_back(tmp_path: Path) -> None:
    """A call that another one interrupted counts once it is over; one that failed never does."""
    (tmp_path / "log").write_text(LOG)
    disk = Disk()
    for call in calls(tmp_path / "log"):
        happen(disk, call, "/a/")

    assert disk.safe["/a/f"].since == [Write(0, b"hoi")]
