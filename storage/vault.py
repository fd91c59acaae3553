"""Encryption of everything that people write (AES-256-GCM, NIST SP 800-38D).

A sealed field is: one byte version, 12 bytes nonce, ciphertext with a tag of 16 bytes. What is
encrypted was made longer first (`storage.padding`). It is bound to its place, so that a field
copied to another row, column, case or school, or back to where it was before, does not open.
"""

import hmac
from collections.abc import Iterable
from dataclasses import dataclass, field

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from storage.errors import CaseKeyGoneError, TamperedError, UnknownKeyVersionError
from storage.keystore import CASE, STORE, KeyRows, KeyStore, WrappedKey
from storage.master import KEY_BYTES, NONCE_BYTES, MasterKey, RandomBytes
from storage.padding import pad, unpad

BARE, PADDED = 1, 2
"""Versions: the first had no padding, and knew a place without school and context."""

CHECK, SIGNING, BACKUPS = "key check", "signing", "backups"
PURPOSES = ("drafts", "slips", "child names", CHECK, SIGNING, BACKUPS)
"""What keys of the store are for."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a sealed field stands; `case` is empty for what belongs to no case.

    `context` is whatever else must be as it was when the field was sealed.
    """

    case: str
    table: str
    column: str
    row: str
    school: str = ""
    context: str = ""

    def encoded(self, version: int) -> bytes:
        """Length before each part: no two places have the same encoding."""
        parts: tuple[str, ...] = (self.case, self.table, self.column, self.row)
        if version > BARE:
            parts += (self.school, self.context)
        return b"".join(len(part).to_bytes(4) + part for part in map(str.encode, parts))


@dataclass(frozen=True, slots=True)
class Cipher:
    """Seals and opens with one key."""

    key: bytes = field(repr=False)
    random_bytes: RandomBytes

    def seal(self, plain: bytes, place: Place) -> bytes:
        head = PADDED.to_bytes(1)
        nonce = self.random_bytes(NONCE_BYTES)
        bound = head + place.encoded(PADDED)
        return head + nonce + AESGCM(self.key).encrypt(nonce, pad(plain), bound)

    def open(self, sealed: bytes, place: Place) -> bytes:
        """TamperedError if the field was changed, moved or sealed with another key."""
        head, nonce, body = sealed[:1], sealed[1 : 1 + NONCE_BYTES], sealed[1 + NONCE_BYTES :]
        version = int.from_bytes(head)
        if version not in {BARE, PADDED}:
            raise UnknownKeyVersionError
        try:
            plain = AESGCM(self.key).decrypt(nonce, body, head + place.encoded(version))
        except (InvalidTag, ValueError):
            raise TamperedError from None
        return plain if version == BARE else unpad(plain)


class Vault:
    """Hands out the ciphers; a key is in memory only while somebody works with it.

    Keys of the store are kept, and root keys, since every look at a case needs one.
    """

    def __init__(self, keys: KeyStore, master: MasterKey, random_bytes: RandomBytes) -> None:
        self._keys = keys
        self._master = master
        self._random_bytes = random_bytes
        self._roots: dict[int, Cipher] = {}
        with keys.reading() as rows:
            self._own = {purpose: self._unwrapped(rows, STORE, purpose) for purpose in PURPOSES}
        self.drafts = Cipher(self._own["drafts"], random_bytes)
        self.slips = Cipher(self._own["slips"], random_bytes)
        self.names = self._own["child names"]
        self.backups = self._own[BACKUPS]
        self.signing = Ed25519PrivateKey.from_private_bytes(self._own[SIGNING])

    @property
    def check(self) -> bytes:
        """A value that tells the keys of this store from those of any other."""
        return self._own[CHECK]

    def fits(self, check: bytes) -> bool:
        return hmac.compare_digest(check, self.check)

    def new_case(self, case_id: str) -> Cipher:
        """Give a new case its own key, which is on the disk before anything is sealed with it."""
        key = self._random_bytes(KEY_BYTES)
        with self._keys.writing() as rows:
            newest = max(rows.roots())
            rows.add(wrapped_key(self._root(rows, newest), newest, CASE, case_id, key))
            # If there was one already, that one is kept and this one is not.
            return Cipher(self._unwrapped(rows, CASE, case_id), self._random_bytes)

    def case_cipher(self, case_id: str) -> Cipher:
        """CaseKeyGoneError if the key was destroyed."""
        with self._keys.reading() as rows:
            return Cipher(self._unwrapped(rows, CASE, case_id), self._random_bytes)

    def known(self, case_ids: Iterable[str]) -> tuple[str, ...]:
        """Which of these cases have a key."""
        with self._keys.reading() as rows:
            return tuple(case_id for case_id in case_ids if rows.find(CASE, case_id))

    def shred(self, case_ids: Iterable[str]) -> None:
        """Destroy the keys of cases, for ever."""
        with self._keys.writing() as rows:
            rows.remove(CASE, case_ids)

    def close(self) -> None:
        self._keys.close()

    def _unwrapped(self, rows: KeyRows, kind: str, name: str) -> bytes:
        found = rows.find(kind, name)
        if found is None:
            raise CaseKeyGoneError
        return opened_key(self._root(rows, found.root), found)

    def _root(self, rows: KeyRows, number: int) -> Cipher:
        if number not in self._roots:
            root = self._master.unwrap(rows.roots()[number])
            self._roots[number] = Cipher(root, self._random_bytes)
        return self._roots[number]


def wrapped_key(root: Cipher, number: int, kind: str, name: str, key: bytes) -> WrappedKey:
    return WrappedKey(kind, name, number, root.seal(key, _key_place(kind, name, number)))


def opened_key(root: Cipher, wrapped: WrappedKey) -> bytes:
    """TamperedError if it was changed or belongs elsewhere."""
    return root.open(wrapped.wrapped, _key_place(wrapped.kind, wrapped.name, wrapped.root))


def _key_place(kind: str, name: str, root: int) -> Place:
    # The names are those of the first version, whose case keys are carried along as they are.
    return Place(name, f"{kind}_key", "wrapped", "", context=str(root))
