"""Encryption of everything that people write (AES-256-GCM, NIST SP 800-38D).

A sealed field is: one byte key version, 12 bytes nonce, ciphertext with a tag of 16 bytes. It is
bound to its place, so that a field copied to another row, column or case does not open.
"""

import hmac
from dataclasses import dataclass, field

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from storage.errors import TamperedError, UnknownKeyVersionError
from storage.keyfile import KEY_BYTES, KeyFile, RandomBytes

KEY_VERSION = 1
NONCE_BYTES = 12


@dataclass(frozen=True, slots=True)
class Place:
    """Where a sealed field stands; `case` is empty for what belongs to no case."""

    case: str
    table: str
    column: str
    row: str

    def encoded(self) -> bytes:
        """Length before each part: no two places have the same encoding."""
        parts = (part.encode() for part in (self.case, self.table, self.column, self.row))
        return b"".join(len(part).to_bytes(4) + part for part in parts)


@dataclass(frozen=True, slots=True)
class Cipher:
    """Seals and opens with one key."""

    key: bytes = field(repr=False)
    random_bytes: RandomBytes

    def seal(self, plain: bytes, place: Place) -> bytes:
        head = KEY_VERSION.to_bytes(1)
        nonce = self.random_bytes(NONCE_BYTES)
        return head + nonce + AESGCM(self.key).encrypt(nonce, plain, head + place.encoded())

    def open(self, sealed: bytes, place: Place) -> bytes:
        """TamperedError if the field was changed, moved or sealed with another key."""
        head, nonce, body = sealed[:1], sealed[1 : 1 + NONCE_BYTES], sealed[1 + NONCE_BYTES :]
        if head != KEY_VERSION.to_bytes(1):
            raise UnknownKeyVersionError
        try:
            return AESGCM(self.key).decrypt(nonce, body, head + place.encoded())
        except (InvalidTag, ValueError):
            raise TamperedError from None


class Vault:
    """Hands out the ciphers; the master key itself encrypts nothing."""

    def __init__(self, key_file: KeyFile, random_bytes: RandomBytes) -> None:
        self._random_bytes = random_bytes
        self._wrapping = Cipher(_derive(key_file, "case keys"), random_bytes)
        self.drafts = Cipher(_derive(key_file, "drafts"), random_bytes)
        self.slips = Cipher(_derive(key_file, "slips"), random_bytes)
        self.names = _derive(key_file, "child names")
        self._check = _derive(key_file, "key check")

    @property
    def check(self) -> bytes:
        """A value that tells this master key from any other and tells nothing about it."""
        return self._check

    def fits(self, check: bytes) -> bool:
        return hmac.compare_digest(check, self._check)

    def new_case_key(self, case_id: str) -> bytes:
        """A fresh key for one case, wrapped for storing."""
        return self._wrapping.seal(self._random_bytes(KEY_BYTES), _key_place(case_id))

    def case_cipher(self, case_id: str, wrapped: bytes) -> Cipher:
        return Cipher(self._wrapping.open(wrapped, _key_place(case_id)), self._random_bytes)


def _key_place(case_id: str) -> Place:
    return Place(case_id, "case_key", "wrapped", "")


def _derive(key_file: KeyFile, purpose: str) -> bytes:
    """One key per purpose (HKDF, RFC 5869), so that no two uses share a nonce space."""
    info = f"wegwijzer {purpose}".encode()
    return HKDF(SHA256(), KEY_BYTES, salt=None, info=info).derive(key_file.master)
