"""The master key: a small file that only the owner of the process may read.

Whoever holds this file and the database reads everything; who loses it reads nothing. It belongs in
another backup than the database.
"""

import binascii
import os
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
)
from storage.private import is_private

RandomBytes = Callable[[int], bytes]
HEADER = "wegwijzer-key-1"
KEY_BYTES = 32


@dataclass(frozen=True, slots=True)
class KeyFile:
    """A master key of 32 bytes, read from or written to a file."""

    master: bytes = field(repr=False)

    @classmethod
    def create(cls, path: Path, random_bytes: RandomBytes) -> "KeyFile":
        """Write a new key with mode 0600; KeyExistsError or UnwritableKeyError if it cannot be."""
        key = cls(random_bytes(KEY_BYTES))
        try:
            handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        except FileExistsError:
            raise KeyExistsError from None
        except OSError:
            raise UnwritableKeyError from None
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(f"{HEADER}\n{b64encode(key.master).decode()}\n")
            file.flush()
            # A key that a power cut takes away makes everything stored since unreadable.
            os.fsync(file.fileno())
        return key

    @classmethod
    def load(cls, path: Path) -> "KeyFile":
        """Any of the KeyFileErrors about reading, by what is wrong with the file."""
        try:
            if not is_private(path):
                raise UnsafeKeyError
            return cls(_decode(path.read_bytes()))
        except FileNotFoundError:
            raise MissingKeyError from None
        except OSError:
            raise UnreadableKeyError from None


def _decode(content: bytes) -> bytes:
    header, _, body = content.partition(b"\n")
    try:
        master = b64decode(body.strip(), validate=True)
    except binascii.Error:
        raise MalformedKeyError from None
    if header.decode("ascii", "replace") != HEADER or len(master) != KEY_BYTES:
        raise MalformedKeyError
    return master
