"""From a backup to a store, which is checked before it is used."""

import shutil
import tarfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path
from time import monotonic
from typing import BinaryIO, cast

from sqlmodel import Session, select

from storage import backup, checkpoints
from storage.backup import CASE_KEYS, DATA, KEYS, PIECE, Kit, made_at, staging
from storage.engine import database_file, on_server, one_transaction, scrub
from storage.errors import (
    BrokenBackupError,
    CaseKeyGoneError,
    DamagedBackupError,
    KeysThereError,
    NoBackupError,
    OlderProofError,
    OtherBackupError,
    StoreInUseError,
    StoreThereError,
)
from storage.filling import filling, is_unfinished
from storage.keystore import KeyStore, copy_keys, is_taken
from storage.migrate import migrate
from storage.opening import open_vault
from storage.places import Places
from storage.private import replace_private, sync_folder, write_private
from storage.sealed import Opener, read_head
from storage.server_snapshot import keys_snapshot
from storage.shredder import Shredder
from storage.snapshot import in_use
from storage.tables import ERASED, CaseRow
from storage.tables_aside import ErasedCaseRow
from storage.unit import make_unit
from storage.vault import Vault
from storage.verify import Report, verify


@dataclass(frozen=True, slots=True)
class Sources:
    """Which backups; None for the newest that is there."""

    data: Path | None = None
    keys: Path | None = None


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """What came out: of when, how it was found, and how long it took.

    `erased_again` counts cases that were erased since the backup, `lost` the signed checkpoints
    that came after it; `own_proof` is whether PROOF_FOLDER was there, and not only its copy.
    """

    made_at: datetime
    report: Report
    erased_again: int
    lost: int
    own_proof: bool
    seconds: float


def restore(kit: Kit, sources: Sources) -> Rebuilt:
    """Put a backup where no store is; a StoreError, and then nothing was changed.

    Keys that are still there are kept: they are newer than any backup, so what was erased since
    has no key. Stopped at any moment, run it again.
    """
    _require_room(kit.places, sources)
    with staging(kit.places) as folder:
        found = _rebuilt(kit, sources, folder, own_keys=is_taken(kit.places))
        _require_room(kit.places, sources)
        staged = Places.of(f"sqlite:///{folder / backup.STORE}", folder / CASE_KEYS)
        if on_server(kit.places.url):
            _place_on_server(kit, staged)
        else:
            _place(staged, kit.places)
    return found


def drill(kit: Kit, sources: Sources) -> Rebuilt:
    """Do the same in a folder that is gone afterwards, with the keys of the backup."""
    with staging(kit.places) as folder:
        return _rebuilt(kit, sources, folder, own_keys=False)


def _require_room(places: Places, sources: Sources) -> None:
    if on_server(places.url):
        going_on = is_unfinished(places.url)
    else:
        going_on = False
        _require_no_file(places)
    if sources.keys is not None and is_taken(places) and not going_on:
        raise KeysThereError


def _require_no_file(places: Places) -> None:
    database = database_file(places.url)
    if database.exists() and in_use(database):
        raise StoreInUseError
    if any(database.with_name(f"{database.name}{end}").exists() for end in ("", "-wal", "-shm")):
        raise StoreThereError


def _rebuilt(kit: Kit, sources: Sources, folder: Path, *, own_keys: bool) -> Rebuilt:
    began = monotonic()
    data = _there(sources.data or kit.shelf.newest(DATA))
    staged = Places.of(f"sqlite:///{folder / backup.STORE}", folder / CASE_KEYS)
    _keys(kit, sources, staged, own_keys=own_keys)
    _unpack(kit, data, _backup_key(kit, staged), folder)
    kept, lost = _prove(kit.places, folder, staged)
    migrate(staged)
    with closing(open_vault(staged, kit.master, kit.random_bytes)) as vault:
        again = _settle(kit, staged, vault, kept if lost else None)
        report = _checked(kit, staged, vault)
    own = _has_proof(kit.places, folder)
    return Rebuilt(made_at(data), report, again, lost, own, monotonic() - began)


def _there(file: Path | None) -> Path:
    if file is None or not file.is_file():
        raise NoBackupError
    return file


def _keys(kit: Kit, sources: Sources, staged: Places, *, own_keys: bool) -> None:
    if own_keys:
        keys_snapshot(kit.places, staged.keys, kit.tell)
        return
    file = _there(sources.keys or kit.shelf.newest(KEYS))
    _unpack(kit, file, None, staged.keys.parent)


def _backup_key(kit: Kit, staged: Places) -> bytes:
    keys = KeyStore(staged)
    with closing(keys):
        try:
            return Vault(keys, kit.master, kit.random_bytes).backups
        except CaseKeyGoneError:
            raise OtherBackupError from None


def _unpack(kit: Kit, file: Path, key: bytes | None, folder: Path) -> None:
    """`key` is None for what the master key opens. DamagedBackupError, OtherBackupError."""
    allowed = {CASE_KEYS} if key is None else {backup.STORE, backup.ERASED, backup.CHECKPOINTS}
    total = file.stat().st_size
    with file.open("rb") as stream:
        head = read_head(stream)
        if head["kind"] != (KEYS if key is None else DATA):
            raise DamagedBackupError
        opener = Opener(stream, key or kit.master.unwrap(bytes.fromhex(head["wrapped"])), head)
        told = partial(kit.tell, "bytes unlocked")
        try:
            with tarfile.open(fileobj=cast("BinaryIO", opener), mode="r|") as tar:
                for member in tar:
                    _write(tar, member, folder, allowed)
                    told(stream.tell(), total)
        except tarfile.TarError:
            raise DamagedBackupError from None
        # Only the last chunk shows that nothing was cut off.
        while opener.read(PIECE):
            pass


def _write(tar: tarfile.TarFile, member: tarfile.TarInfo, folder: Path, allowed: set[str]) -> None:
    content = tar.extractfile(member)
    if content is None or member.name not in allowed:
        raise DamagedBackupError
    write_private(folder / member.name, b"")
    with (folder / member.name).open("wb") as target:
        shutil.copyfileobj(content, target, PIECE)


def _prove(places: Places, folder: Path, staged: Places) -> tuple[int, int]:
    """Take the newest ledger and checkpoints; how many of these the backup knew, and how many not.

    OlderProofError if what is there does not begin with what the backup knew: an older ledger
    would bring back what was erased.
    """
    staged.proof.mkdir(mode=0o700)
    counts = (0, 0)
    pairs = (
        (places.erased, folder / backup.ERASED, staged.erased),
        (places.checkpoints, folder / backup.CHECKPOINTS, staged.checkpoints),
    )
    for own, copied, target in pairs:
        known = _lines(copied)
        # One of two that is there may be all that a stopped restore has put in place.
        newest = _lines(own) if own.exists() else known
        if newest[: len(known)] != known:
            raise OlderProofError
        if newest:
            write_private(target, b"".join(newest))
        counts = len(known), len(newest) - len(known)
    return counts


def _has_proof(places: Places, folder: Path) -> bool:
    """Whether the ledger of what was erased is not only that of the backup."""
    return places.erased.exists() or (
        places.checkpoints.exists() and not (folder / backup.ERASED).exists()
    )


def _lines(file: Path) -> list[bytes]:
    """Without one that a crash cut off."""
    content = file.read_bytes() if file.exists() else b""
    return [line for line in content.splitlines(keepends=True) if line.endswith(b"\n")]


def _settle(kit: Kit, staged: Places, vault: Vault, kept: int | None) -> int:
    """Erase again what was erased, and sign what was lost; how many cases were erased again."""
    before = _count_erased(staged)
    Shredder(staged, vault).replay()
    if kept is not None:
        with one_transaction(staged.url, read_only=True) as connection:
            session = Session(connection)
            checkpoints.write_restored(session, staged, vault.signing, kit.at, kept)
    return _count_erased(staged) - before


def _count_erased(places: Places) -> int:
    with one_transaction(places.url, read_only=True) as connection:
        return len(Session(connection).exec(select(ErasedCaseRow.case_id)).all())


def _checked(kit: Kit, staged: Places, vault: Vault) -> Report:
    """BrokenBackupError unless every chain is whole and every case can be read."""
    report = verify(staged, vault.signing.public_key(), kit.tell)
    if report.broken:
        raise BrokenBackupError(report.broken)
    with one_transaction(staged.url, read_only=True) as connection:
        session = Session(connection)
        unit = make_unit(session, vault, kit.random_bytes)
        query = select(CaseRow.id, CaseRow.school_id, CaseRow.code).where(CaseRow.status != ERASED)
        rows = session.exec(query).all()
        for number, (case_id, school, code) in enumerate(rows, 1):
            _readable(partial(unit.journal.load, case_id, school), code)
            kit.tell("cases read", number, len(rows))
    return report


def _readable(load: Callable[[], object], code: str) -> None:
    try:
        load()
    except CaseKeyGoneError:
        raise BrokenBackupError(f"There is no key for case {code}.") from None


def _place(staged: Places, places: Places) -> None:
    """The database last: as long as it is not there, this can be done again."""
    _place_beside(staged, places)
    # Nothing of it may still be in its log, or not yet on the disk.
    scrub(staged.url)
    database = database_file(places.url)
    database_file(staged.url).replace(database)
    sync_folder(database.parent)


def _place_on_server(kit: Kit, staged: Places) -> None:
    """The same; there the database is marked until all of it is there."""
    with closing(open_vault(staged, kit.master, kit.random_bytes)) as vault:
        key = vault.signing.public_key()
    with filling(
        staged.url, replace(kit.places, keys=staged.keys, keys_server=None), kit.tell
    ) as found:
        _place_beside(staged, kit.places)
        found.fill()
        found.finish(key)


def _place_keys(staged: Places, places: Places) -> None:
    if places.keys_server:
        copy_keys(staged, places)
    else:
        replace_private(places.keys, staged.keys.read_bytes())


def _place_beside(staged: Places, places: Places) -> None:
    if not is_taken(places):
        _place_keys(staged, places)
    places.proof.mkdir(mode=0o700, parents=True, exist_ok=True)
    for source, target in (
        (staged.erased, places.erased),
        (staged.checkpoints, places.checkpoints),
    ):
        if source.exists():
            replace_private(target, source.read_bytes())
