"""Backups of a store in use: the data in one file, the keys of its cases in another.

The data are locked with a key of the store that is kept among the keys of the cases, so that they
can be read as long as those are, also after the master key was replaced; the keys are locked with a
key that the master key wraps. Neither opens without the other, and only the keys have a short term.
"""

import os
import shutil
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import BinaryIO, cast

from storage.engine import on_server
from storage.keystore import require_keys
from storage.master import KEY_BYTES, MasterKey, RandomBytes
from storage.opening import open_vault
from storage.places import Places
from storage.private import sync_folder
from storage.sealed import Head, Sealer
from storage.server_snapshot import keys_snapshot, server_snapshot
from storage.snapshot import Progress, alone, file_snapshot
from storage.version import require_current

DATA, KEYS, HALF = ".data", ".keys", ".half"
STORE, CASE_KEYS, ERASED, CHECKPOINTS = (
    "store.sqlite",
    "keys.sqlite",
    "erased.jsonl",
    "checkpoints.jsonl",
)
"""Names of what is in a backup."""

STAMP = "%Y%m%dT%H%M%S.%fZ"
PIECE = 1 << 20


@dataclass(frozen=True, slots=True)
class Shelf:
    """Where backups are kept; those of the keys are thrown away after so many days."""

    data: Path
    keys: Path
    days: int

    def newest(self, kind: str) -> Path | None:
        folder = self.keys if kind == KEYS else self.data
        return max(folder.glob(f"*{kind}"), default=None)

    def outdated(self, now: datetime) -> list[Path]:
        """Keys with which somebody could still undo an erasure."""
        before = now - timedelta(days=self.days)
        return [file for file in sorted(self.keys.glob(f"*{KEYS}")) if made_at(file) < before]


@dataclass(frozen=True, slots=True)
class Kit:
    """What each of the three works with; `at` is now."""

    places: Places
    shelf: Shelf
    master: MasterKey
    random_bytes: RandomBytes
    at: datetime
    tell: Progress


@dataclass(frozen=True, slots=True)
class Made:
    """The two files of a backup, and how many old copies of the keys were thrown away."""

    data: Path
    keys: Path
    thrown_away: int


def made_at(file: Path) -> datetime:
    """When a backup was made, by its name; the beginning of time for any other name."""
    try:
        return datetime.strptime(file.stem, STAMP).replace(tzinfo=UTC)
    except ValueError:
        return datetime.min.replace(tzinfo=UTC)


def back_up(kit: Kit) -> Made:
    """Copy, lock and put away, while the bot goes on; a StoreError, OSError.

    Stopped at any moment it leaves a whole backup or none.
    """
    require_current(kit.places.url)
    require_keys(kit.places)
    with staging(kit.places) as folder:
        vault = open_vault(kit.places, kit.master, kit.random_bytes)
        key = vault.backups
        vault.close()
        _copy(kit, folder)
        return _put_away(kit, folder, key)


@contextmanager
def staging(places: Places) -> Iterator[Path]:
    """An empty folder beside the database, where the same people can read; BackupAtWorkError.

    Of a store on a server it is beside the keys of the cases.

    It is gone afterwards; what a killed process left in it, before.
    """
    folder = places.hidden(".staging")
    with alone(places.hidden(".backup-lock")):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(mode=0o700)
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def _copy(kit: Kit, folder: Path) -> None:
    """The order is what makes it whole.

    No checkpoint may know more than the data; every case in the data has its key, or stands in the
    ledger.
    """
    _copied(kit.places.checkpoints, folder / CHECKPOINTS)
    copied = server_snapshot if on_server(kit.places.url) else file_snapshot
    copied(kit.places.url, folder / STORE, kit.tell)
    keys_snapshot(kit.places, folder / CASE_KEYS, kit.tell)
    _copied(kit.places.erased, folder / ERASED)


def _copied(source: Path, target: Path) -> None:
    if source.exists():
        shutil.copyfile(source, target)


def _put_away(kit: Kit, folder: Path, key: bytes) -> Made:
    """The keys first: data without keys are worth nothing."""
    name = kit.at.astimezone(UTC).strftime(STAMP)
    data, keys = kit.shelf.data / f"{name}{DATA}", kit.shelf.keys / f"{name}{KEYS}"
    once = kit.random_bytes(KEY_BYTES)
    wrapped = {"wrapped": kit.master.wrap(once, kit.random_bytes).hex()}
    _seal(kit, keys, [folder / CASE_KEYS], once, wrapped)
    _seal(kit, data, [folder / one for one in (CHECKPOINTS, ERASED, STORE)], key, {})
    old = kit.shelf.outdated(kit.at)
    for file in old:
        file.unlink(missing_ok=True)
    return Made(data, keys, len(old))


def _seal(kit: Kit, target: Path, files: list[Path], key: bytes, about: Head) -> None:
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    for left in target.parent.glob(f"*{HALF}"):
        left.unlink()
    half = target.with_name(f"{target.name}{HALF}")
    there = [file for file in files if file.exists()]
    try:
        handle = os.open(half, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        with os.fdopen(handle, "wb") as stream:
            sealer = Sealer(stream, key, {"kind": target.suffix, **about}, kit.random_bytes)
            _pack(cast("BinaryIO", sealer), there, kit.tell)
            sealer.close()
            stream.flush()
            os.fsync(stream.fileno())
        half.replace(target)
    finally:
        half.unlink(missing_ok=True)
    sync_folder(target.parent)


def _pack(stream: BinaryIO, files: list[Path], tell: Progress) -> None:
    counted = _Counted(stream, sum(file.stat().st_size for file in files), tell)
    with tarfile.open(fileobj=cast("BinaryIO", counted), mode="w|") as tar:
        for file in files:
            tar.add(file, file.name)


class _Counted:
    """Passes on what is written, and tells how much that was."""

    def __init__(self, stream: BinaryIO, total: int, tell: Progress) -> None:
        self._stream = stream
        self._total = total
        self._tell = tell
        self._done = 0

    def write(self, plain: bytes) -> int:
        self._done += len(plain)
        self._tell("bytes locked", min(self._done, self._total), self._total)
        return self._stream.write(plain)
