"""What a check that was stopped had found whole, in a file without content, to go on behind it.

Whoever can write that file could have it say anything. So it counts only with the token that was
shown to the one who started the check, which is a hash of all that is in it.
"""

import json
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from storage.errors import UnknownTokenError
from storage.private import replace_private

Head = tuple[int, bytes]
"""The number and the hash of the last entry of a case."""

TOKEN = 32
"""Hexadecimal digits: 128 bits, so that nobody finds another content for a token."""


class Verified:
    """The heads of chains that are whole; `file` holds them between two runs."""

    def __init__(self, file: Path, heads: Mapping[str, Head] | None = None) -> None:
        self._file = file
        self._heads = dict(heads or {})
        self.before = len(self._heads)

    @classmethod
    def read(cls, file: Path, token: str) -> "Verified":
        """UnknownTokenError unless the file holds what this token was shown for."""
        try:
            content = file.read_bytes()
        except FileNotFoundError:
            raise UnknownTokenError from None
        if _token(content) != token:
            raise UnknownTokenError
        heads: dict[str, tuple[int, str]] = json.loads(content)
        return cls(file, {case: (seq, bytes.fromhex(last)) for case, (seq, last) in heads.items()})

    def add(self, case_id: str, head: Head) -> None:
        self._heads[case_id] = head

    def holds(self, case_id: str, head: Head) -> bool:
        """Whether this very chain was found whole; one that has grown since was not."""
        return self._heads.get(case_id) == head

    def save(self) -> str:
        """Put it in the file; the token with which it can be read. OSError."""
        heads = {case: (seq, last.hex()) for case, (seq, last) in self._heads.items()}
        content = json.dumps(heads, sort_keys=True).encode()
        replace_private(self._file, content)
        return _token(content)

    def forget(self) -> None:
        self._file.unlink(missing_ok=True)


def _token(content: bytes) -> str:
    return sha256(content).hexdigest()[:TOKEN]
