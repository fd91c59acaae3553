"""Replacing the master key while the store is in use.

A new root key is made, which the new master key wraps; every other key is wrapped anew with that
root, a batch at a time; then the old root is destroyed. Killed at any moment, every key can be read
with the master keys that are there, and a second run goes on where the first was.
"""

from collections.abc import Callable

from storage.errors import MissingCaseKeysError
from storage.keystore import KeyRows, KeyStore, WrappedKey, require_keys, scrub_keys
from storage.master import KEY_BYTES, MasterKey, RandomBytes
from storage.places import Places
from storage.vault import Cipher, opened_key, wrapped_key

BATCH = 200
"""Keys per transaction: new cases never wait longer than one of these takes, some 30 ms."""

Progress = Callable[[int, int], None]
"""Told after each batch: how many keys were wrapped anew, of how many."""


def rotate(
    places: Places, master: MasterKey, random_bytes: RandomBytes, progress: Progress
) -> None:
    """WrongKeyError if `master` is not the key of this store; StoreBusyError: run it again."""
    require_keys(places)
    keys = KeyStore(places)
    try:
        with keys.writing() as rows:
            _begin(rows, master, random_bytes)
        while _batch(keys, master, random_bytes, progress):
            pass
        with keys.writing() as rows:
            rows.drop_roots(max(rows.roots()))
    finally:
        keys.close()
    master.retire()
    scrub_keys(places)


def _begin(rows: KeyRows, master: MasterKey, random_bytes: RandomBytes) -> None:
    """Two roots are there when a rotation was cut off: it goes on."""
    roots = rows.roots()
    if not roots:
        raise MissingCaseKeysError
    for wrapped in roots.values():
        master.unwrap(wrapped)
    if len(roots) == 1:
        master.renew(random_bytes)
        wrapped = master.wrap(random_bytes(KEY_BYTES), random_bytes)
        rows.add_root(max(roots) + 1, wrapped)


def _batch(
    keys: KeyStore, master: MasterKey, random_bytes: RandomBytes, progress: Progress
) -> bool:
    """Wrap some keys anew; whether there were any."""
    with keys.writing() as rows:
        wrapped = rows.roots()
        roots = {
            number: Cipher(master.unwrap(one), random_bytes) for number, one in wrapped.items()
        }
        newest = max(roots)
        found = rows.before(newest, BATCH)
        for key in found:
            rows.replace(_anew(key, roots, newest))
        total, left = rows.count(), rows.waiting(newest)
    progress(total - left, total)
    return bool(found)


def _anew(key: WrappedKey, roots: dict[int, Cipher], newest: int) -> WrappedKey:
    plain = opened_key(roots[key.root], key)
    return wrapped_key(roots[newest], newest, key.kind, key.name, plain)
