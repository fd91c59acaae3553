"""Files that are locked as a whole, written and read as a stream.

The construction is STREAM (Hoang, Reyhanitabar, Rogaway and Vizar, 2015): chunks with AES-256-GCM
whose nonce says which chunk it is and whether it is the last, so that none can be swapped, left out
or cut off unseen. Every file has a key of its own (HKDF, RFC 5869, with 32 bytes of salt), so that
the same numbers can be used in each. Before the chunks stand two lines: the hash of the second, to
tell damage from another key, and a head in JSON.
"""

import hmac
import json
from dataclasses import dataclass, field
from hashlib import sha256
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from storage.errors import DamagedBackupError, OtherBackupError
from storage.master import KEY_BYTES, RandomBytes

FORM = "wegwijzer-backup-1"
CHUNK = 1 << 20
TAG = 16
LONGEST = 65_536
"""Bytes of a head; a file with more is none of ours."""

Head = dict[str, str]


@dataclass(frozen=True, slots=True)
class _Lock:
    """What locks the chunks of one file; `check` tells its key from others."""

    cipher: AESGCM = field(repr=False)
    check: str
    bound: bytes

    def nonce(self, number: int, *, last: bool) -> bytes:
        return number.to_bytes(11) + last.to_bytes(1)

    @classmethod
    def of(cls, key: bytes, head: Head) -> "_Lock":
        salt = bytes.fromhex(head["salt"])
        made = HKDF(SHA256(), 2 * KEY_BYTES, salt, f"wegwijzer {FORM}".encode()).derive(key)
        told = {name: value for name, value in head.items() if name != "check"}
        return cls(AESGCM(made[:KEY_BYTES]), made[KEY_BYTES:].hex(), _encoded(told))


class Sealer:
    """A writable stream; what was written can be opened only after `close`."""

    def __init__(
        self, stream: BinaryIO, key: bytes, about: Head, random_bytes: RandomBytes
    ) -> None:
        head = {**about, "form": FORM, "salt": random_bytes(KEY_BYTES).hex()}
        self._lock = _Lock.of(key, head)
        self._stream = stream
        self._number = 0
        self._waiting = bytearray()
        line = _encoded({**head, "check": self._lock.check})
        stream.write(sha256(line).hexdigest().encode() + b"\n" + line + b"\n")

    def write(self, plain: bytes) -> int:
        self._waiting += plain
        while len(self._waiting) > CHUNK:
            self._seal(bytes(self._waiting[:CHUNK]), last=False)
            del self._waiting[:CHUNK]
        return len(plain)

    def close(self) -> None:
        self._seal(bytes(self._waiting), last=True)

    def _seal(self, plain: bytes, *, last: bool) -> None:
        nonce = self._lock.nonce(self._number, last=last)
        self._stream.write(self._lock.cipher.encrypt(nonce, plain, self._lock.bound))
        self._number += 1


class Opener:
    """A readable stream over what was sealed, in the same pieces.

    OtherBackupError at once; DamagedBackupError from `read`, at the first chunk that was changed.
    """

    def __init__(self, stream: BinaryIO, key: bytes, head: Head) -> None:
        self._lock = _Lock.of(key, head)
        if not hmac.compare_digest(self._lock.check, head["check"]):
            raise OtherBackupError
        self._stream = stream
        self._number = 0
        self._next = stream.read(CHUNK + TAG)
        self._done = False
        self._plain = b""

    def read(self, size: int) -> bytes:
        """At most `size` bytes; nothing at the end, which was then seen to be the end."""
        if not self._plain and not self._done:
            self._plain = self._opened()
        found, self._plain = self._plain[:size], self._plain[size:]
        return found

    def _opened(self) -> bytes:
        sealed, self._next = self._next, self._stream.read(CHUNK + TAG)
        self._done = not self._next
        nonce = self._lock.nonce(self._number, last=self._done)
        self._number += 1
        try:
            return self._lock.cipher.decrypt(nonce, sealed, self._lock.bound)
        except (InvalidTag, ValueError):
            raise DamagedBackupError from None


def read_head(stream: BinaryIO) -> Head:
    """What stands before the chunks; nothing of it is trusted until a chunk was opened."""
    said, line = stream.readline(LONGEST).strip(), stream.readline(LONGEST).strip()
    if said != sha256(line).hexdigest().encode():
        raise DamagedBackupError
    head: Head = json.loads(line)
    if head["form"] != FORM:
        raise DamagedBackupError
    return head


def _encoded(head: Head) -> bytes:
    return json.dumps(head, sort_keys=True).encode()
