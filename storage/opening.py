"""From a master key to the keys of a store: made at its first opening, checked at every other."""

from sqlmodel import Session

from storage.engine import one_transaction
from storage.errors import MixedStoreError, WrongKeyError
from storage.keystore import STORE, KeyRows, KeyStore, require_keys
from storage.master import KEY_BYTES, MasterKey, RandomBytes
from storage.places import Places
from storage.sql import insert_new
from storage.tables import SettingRow
from storage.vault import CHECK, PURPOSES, Cipher, Vault, wrapped_key
from storage.waiting import BUSY_MS

FIRST = 1
"""The number of the first root key."""

CHECK_ROW = "key_check"
CASE_KEYS = "case keys"
"""For what the first version derived the key that wraps the others."""

DERIVED = ("drafts", "slips", "child names", CHECK)
"""For what else it derived one, under the same names."""


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
    require_keys(places)
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
            _complete(rows, master, random_bytes)
        vault = Vault(keys, master, random_bytes)
        insert_new(session, SettingRow(name=CHECK_ROW, value=vault.check), "name")
        if known is not None and not vault.fits(known.value):
            raise MixedStoreError
        return vault


def _set_up(
    rows: KeyRows, master: MasterKey, random_bytes: RandomBytes, known: bytes | None
) -> None:
    """A fresh root for a fresh store; for one of the first version the keys that it used."""
    found = {} if known is None else _first_version(master)
    if found.get(CHECK) != known:
        raise WrongKeyError
    root = Cipher(found.pop(CASE_KEYS, random_bytes(KEY_BYTES)), random_bytes)
    rows.add_root(FIRST, master.wrap(root.key, random_bytes))
    rows.add(*(wrapped_key(root, FIRST, STORE, name, key) for name, key in found.items()))


def _first_version(master: MasterKey) -> dict[str, bytes]:
    keys = {purpose: master.derived(purpose) for purpose in (CASE_KEYS, *DERIVED)}
    return {purpose: key for purpose, key in keys.items() if key is not None}


def _complete(rows: KeyRows, master: MasterKey, random_bytes: RandomBytes) -> None:
    """Make the keys of the store that are not there yet."""
    missing = [purpose for purpose in PURPOSES if rows.find(STORE, purpose) is None]
    if missing:
        roots = rows.roots()
        newest = max(roots)
        root = Cipher(master.unwrap(roots[newest]), random_bytes)
        made = ((purpose, random_bytes(KEY_BYTES)) for purpose in missing)
        rows.add(*(wrapped_key(root, newest, STORE, purpose, key) for purpose, key in made))
