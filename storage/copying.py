"""Move a store from a file to a server, with all its history, and see there that it is whole."""

from dataclasses import replace
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from storage.engine import on_server
from storage.errors import MissingStoreError
from storage.errors_copy import BrokenCopyError, NotOnServerError, SourceInUseError
from storage.filling import filling, is_unfinished
from storage.master import MasterKey, RandomBytes
from storage.opening import open_vault
from storage.places import Places
from storage.snapshot import Progress, in_use
from storage.verify import Report, verify
from storage.version import require_current


def copy_store(
    file: Path, target: Places, master: MasterKey, random_bytes: RandomBytes, tell: Progress
) -> Report:
    """Copy the SQLite store `file` to the empty database of `target`, which it fills.

    Stopped or killed at any moment, the same once more goes on where it was; until it is done
    nobody can open the store. Keys and proof are those of `target` and stay where they are, so
    they must belong to `file`. The file is left as it is.
    NotOnServerError, MissingStoreError, SourceInUseError, NotMigratedError for the file,
    FilledStoreError, BrokenCopyError, OtherCopyError, ChangedSourceError or a KeyFileError.
    """
    if not on_server(target.url):
        raise NotOnServerError
    if not file.is_file():
        raise MissingStoreError
    if in_use(file):
        raise SourceInUseError
    source = replace(target, url=f"sqlite:///{file}")
    require_current(source.url)
    key = _public_key(source, master, random_bytes)
    if not is_unfinished(target.url):
        _require_whole(source, key, tell)
    with filling(source.url, target, tell) as found:
        found.fill()
        return found.finish(key)


def _public_key(source: Places, master: MasterKey, random_bytes: RandomBytes) -> Ed25519PublicKey:
    """That of the checkpoints, if master key, case keys and store are those of each other."""
    vault = open_vault(source, master, random_bytes)
    vault.close()
    return vault.signing.public_key()


def _require_whole(source: Places, key: Ed25519PublicKey, tell: Progress) -> None:
    """Before anything is copied of it."""
    report = verify(source, key, tell)
    if report.broken:
        raise BrokenCopyError(report.broken)
