"""Files outside the database to which signed lines are added, and from which none is taken.

A line is a signature (Ed25519, RFC 8032, in hexadecimal), a tab and JSON; the JSON holds the hash
of the line before it. Whoever has the public key can check the file, and nobody without the private
one can add to it. A last line without its end was cut off by a crash, and counts for nothing.
"""

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from storage.errors import BrokenProofError, UnwritableProofError
from storage.private import sync_folder

NOTHING = "0" * 64
"""What stands in for the hash before the first line."""

Record = dict[str, Any]


class SignedFile:
    def __init__(self, path: Path) -> None:
        self._path = path

    def append(self, records: Iterable[Mapping[str, Any]], key: Ed25519PrivateKey) -> None:
        """Add lines that are on the disk when this returns; UnwritableProofError if they are not.

        One process adds at a time; the caller sees to that.
        """
        lines = self._lines()
        before = _hash(lines[-1]) if lines else NOTHING
        added = b""
        for record in records:
            line = _line({**record, "prev": before}, key)
            added, before = added + line + b"\n", _hash(line)
        try:
            self._write(sum(len(line) + 1 for line in lines), added)
        except OSError:
            raise UnwritableProofError from None

    def read(self, key: Ed25519PublicKey) -> Iterator[Record]:
        """Every record, oldest first; BrokenProofError at the first line that does not fit."""
        before = NOTHING
        for number, line in enumerate(self._lines(), 1):
            record = _opened(line, key)
            if record is None or record.pop("prev", None) != before:
                raise BrokenProofError(self._path.name, number)
            yield record
            before = _hash(line)

    def last_hash(self) -> str:
        """What a later record elsewhere can hold, so that this file cannot be cut unseen."""
        lines = self._lines()
        return _hash(lines[-1]) if lines else NOTHING

    def hashes(self) -> list[str]:
        """Of every line; what `last_hash` was after the first line, the second and so on."""
        return list(map(_hash, self._lines()))

    def _lines(self) -> list[bytes]:
        try:
            return self._path.read_bytes().split(b"\n")[:-1]
        except FileNotFoundError:
            return []
        except OSError:
            raise UnwritableProofError from None

    def _write(self, whole: int, added: bytes) -> None:
        """Behind the `whole` bytes that count."""
        self._path.parent.mkdir(mode=0o700, exist_ok=True)
        handle = os.open(self._path, os.O_CREAT | os.O_WRONLY, 0o600)
        with os.fdopen(handle, "wb") as stream:
            stream.truncate(whole)
            stream.seek(whole)
            stream.write(added)
            stream.flush()
            os.fsync(stream.fileno())
        sync_folder(self._path.parent)
        sync_folder(self._path.parent.parent)


def _line(record: Mapping[str, Any], key: Ed25519PrivateKey) -> bytes:
    body = json.dumps(record, sort_keys=True, separators=(",", ":")).encode()
    return key.sign(body).hex().encode() + b"\t" + body


def _opened(line: bytes, key: Ed25519PublicKey) -> Record | None:
    signature, _, body = line.partition(b"\t")
    try:
        key.verify(bytes.fromhex(signature.decode("ascii")), body)
        record: Record = json.loads(body)
    except (InvalidSignature, ValueError):
        return None
    return record


def _hash(line: bytes) -> str:
    return sha256(line).hexdigest()
