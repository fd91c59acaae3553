"""The master key in a small file that only the owner of the process may read.

Whoever holds this file, the case keys and the database reads everything; who loses it reads
nothing. It belongs in another backup than those two. While the key is being replaced there are two
lines in it, the newest last.
"""

import binascii
from base64 import b64decode, b64encode
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from storage.errors import (
    KeyExistsError,
    MalformedKeyError,
    MissingKeyError,
    UnreadableKeyError,
    UnsafeKeyError,
    UnwritableKeyError,
    WrongKeyError,
)
from storage.master import KEY_BYTES, RandomBytes, derive, unwrap_with, wrap_with
from storage.private import is_private, replace_private, write_private

HEADER = "wegwijzer-key-1"


@dataclass(slots=True)
class KeyFile:
    """Master keys of 32 bytes, oldest first; the file is read again when they may have changed."""

    path: Path
    masters: tuple[bytes, ...] = field(repr=False)

    @classmethod
    def create(cls, path: Path, random_bytes: RandomBytes) -> "KeyFile":
        """Write a new key with mode 0600; KeyExistsError or UnwritableKeyError if it cannot be."""
        key = cls(path, (random_bytes(KEY_BYTES),))
        try:
            write_private(path, key.content())
        except FileExistsError:
            raise KeyExistsError from None
        except OSError:
            raise UnwritableKeyError from None
        return key

    @classmethod
    def load(cls, path: Path) -> "KeyFile":
        """Any of the KeyErrors about reading, by what is wrong with the file."""
        return cls(path, _read(path))

    def content(self) -> bytes:
        """What stands in the file."""
        lines = (HEADER, *(b64encode(master).decode() for master in self.masters))
        return "".join(f"{line}\n" for line in lines).encode("ascii")

    def wrap(self, root: bytes, random_bytes: RandomBytes) -> bytes:
        self.masters = _read(self.path)
        return wrap_with(self.masters[-1], root, random_bytes)

    def unwrap(self, wrapped: bytes) -> bytes:
        try:
            return unwrap_with(self.masters, wrapped)
        except WrongKeyError:
            # Another process may have replaced the key since it was read.
            self.masters = _read(self.path)
            return unwrap_with(self.masters, wrapped)

    def derived(self, purpose: str) -> bytes | None:
        return derive(self.masters[0], purpose)

    def renew(self, random_bytes: RandomBytes) -> None:
        self.masters = _read(self.path)
        if len(self.masters) == 1:
            self._write((*self.masters, random_bytes(KEY_BYTES)))

    def retire(self) -> None:
        self._write(_read(self.path)[-1:])

    def _write(self, masters: tuple[bytes, ...]) -> None:
        self.masters = masters
        try:
            replace_private(self.path, self.content())
        except OSError:
            raise UnwritableKeyError from None


def _read(path: Path) -> tuple[bytes, ...]:
    try:
        if not is_private(path):
            raise UnsafeKeyError
        return _decode(path.read_bytes())
    except FileNotFoundError:
        raise MissingKeyError from None
    except OSError:
        raise UnreadableKeyError from None


def _decode(content: bytes) -> tuple[bytes, ...]:
    header, _, body = content.partition(b"\n")
    if header.decode("ascii", "replace") != HEADER:
        raise MalformedKeyError
    return decode_masters(body.split(), MalformedKeyError)


def decode_masters(lines: list[bytes], malformed: Callable[[], Exception]) -> tuple[bytes, ...]:
    """Keys in base64, at least one; raises `malformed` otherwise."""
    try:
        masters = tuple(b64decode(line, validate=True) for line in lines)
    except binascii.Error:
        raise malformed() from None
    if not masters or {len(master) for master in masters} != {KEY_BYTES}:
        raise malformed()
    return masters
