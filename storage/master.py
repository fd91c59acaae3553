"""Who keeps the master key: a file, the environment, or a key service elsewhere.

The master key wraps root keys and nothing else (`storage.keystore`), so that it never has to leave
the place where it is kept.
"""

from collections.abc import Callable
from typing import Protocol

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from storage.errors import WrongKeyError

RandomBytes = Callable[[int], bytes]
KEY_BYTES = 32
NONCE_BYTES = 12
PURPOSE = "root keys"


class MasterKey(Protocol):
    """Any of the KeyErrors of `storage.errors` when it cannot be reached or used."""

    def wrap(self, root: bytes, random_bytes: RandomBytes) -> bytes:
        """A root key, readable with the newest master key only."""

    def unwrap(self, wrapped: bytes) -> bytes:
        """WrongKeyError if it was wrapped with a master key that is not here."""

    def derived(self, purpose: str) -> bytes | None:
        """The key that the first version made for `purpose`; None if nothing can be derived."""

    def renew(self, random_bytes: RandomBytes) -> None:
        """Have a newer master key beside the present one, unless there is one already."""

    def retire(self) -> None:
        """Forget all master keys but the newest: nothing is wrapped with them any more."""


def derive(master: bytes, purpose: str) -> bytes:
    """One key per purpose (HKDF, RFC 5869), so that no two uses share a nonce space."""
    info = f"wegwijzer {purpose}".encode()
    return HKDF(SHA256(), KEY_BYTES, salt=None, info=info).derive(master)


def wrap_with(master: bytes, root: bytes, random_bytes: RandomBytes) -> bytes:
    nonce = random_bytes(NONCE_BYTES)
    return nonce + AESGCM(derive(master, PURPOSE)).encrypt(nonce, root, PURPOSE.encode())


def unwrap_with(masters: tuple[bytes, ...], wrapped: bytes) -> bytes:
    """With whichever of `masters` fits; WrongKeyError if none does."""
    nonce, body = wrapped[:NONCE_BYTES], wrapped[NONCE_BYTES:]
    for master in reversed(masters):
        try:
            return AESGCM(derive(master, PURPOSE)).decrypt(nonce, body, PURPOSE.encode())
        except (InvalidTag, ValueError):
            continue
    raise WrongKeyError
