"""From a master key to the keys of a store: made at its first opening, checked at every other."""

from sqlmodel import Session

from storage.engine import BUSY_MS, one_transaction
from storage.errors import WrongKeyError
from storage.keystore import STORE, KeyRows, KeyStore, require_keys
from storage.master import KEY_BYTES, MasterKey, RandomBytes
from storage.places import Places
from storage.sql import insert_new
from storage.tables import SettingRow
from storage.vault import CHECK, PURPOSES, Cipher, Vault, wrapped_key

FIRST = 1
"""The number of the first root key."""

CHECK_ROW = "key_check"
CASE_KEYS = "case keys"
"""For what the first version derived the key that wraps the others."""


def open_vault(
    places: Places,
    master: MasterKey,
    random_bytes: RandomBytes,
    readers: int = 1,
    busy_ms: int = BUSY_MS,
) -> Vault:
    """The keys of the store; KeyFileError if master key, case keys and store are no match.

    The first master key that opens a store is the only one, until it is replaced.
    """
    require_keys(places.keys)
    keys = KeyStore(places, readers, busy_ms)
    try:
        return _opened(places.url, keys, master, random_bytes)
    except BaseException:
        keys.close()
        raise


def _opened(url: str, keys: KeyStore, master: MasterKey, random_bytes: RandomBytes) -> Vault:
    with one_transaction(url, read_only=False) as connection, Session(connection) as session:
        known = session.get(SettingRow, CHECK_ROW)
        with keys.writing() as rows:
            if not rows.roots():
                _set_up(rows, master, random_bytes, known.value if known else None)
        vault = Vault(keys, master, random_bytes)
        insert_new(session, SettingRow(name=CHECK_ROW, value=vault.check), "name")
        if known is not None and not vault.fits(known.value):
            raise WrongKeyError
        return vault


def _set_up(
    rows: KeyRows, master: MasterKey, random_bytes: RandomBytes, known: bytes | None
) -> None:
    """Fresh keys for a fresh store; for one of the first version those that it used."""
    made = {purpose: random_bytes(KEY_BYTES) for purpose in (CASE_KEYS, *PURPOSES)}
    if known is not None:
        made = {purpose: _first_version(master, purpose) for purpose in made}
        if made[CHECK] != known:
            raise WrongKeyError
    root = Cipher(made.pop(CASE_KEYS), random_bytes)
    rows.add_root(FIRST, master.wrap(root.key, random_bytes))
    rows.add(*(wrapped_key(root, FIRST, STORE, name, key) for name, key in made.items()))


def _first_version(master: MasterKey, purpose: str) -> bytes:
    key = master.derived(purpose)
    if key is None:
        raise WrongKeyError
    return key
