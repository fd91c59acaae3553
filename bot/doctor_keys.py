"""Whether the master key and the keys of the cases can be used."""

import os

from bot import ids
from bot.finding import Finding, refused
from bot.settings import Settings
from bot.stores import KEEPER, master_key, places
from storage.errors import StoreError
from storage.keystore import require_keys
from storage.master import KEY_BYTES

CASE_KEYS, PROOF = "CASE_KEYS_FILE", "PROOF_FOLDER"
SAYS = {
    "file": "is a key that only its owner can read",
    "environment": "holds a key",
    "vault": "names a key that locks and unlocks",
}


def examine_case_keys(settings: Settings) -> Finding:
    """The file with the keys of the cases, which a store has once it is migrated."""
    try:
        require_keys(places(settings).keys)
    except StoreError as error:
        return refused(CASE_KEYS, error)
    return Finding(CASE_KEYS, ok=True, says="can be read by its owner only")


def examine_proof(settings: Settings) -> Finding:
    """Whether checkpoints and the ledger of erasures can be added to."""
    folder = places(settings).proof
    if os.access(folder if folder.exists() else folder.parent, os.W_OK):
        return Finding(PROOF, ok=True, says="can be written; keep a copy on another machine")
    repair = "Give the folder to the user of Wegwijzer, or name another."
    return Finding(PROOF, ok=False, says="cannot be written", repair=repair)


def examine_master(settings: Settings) -> Finding:
    """The master key, tried out."""
    name = KEEPER[settings.key_provider]
    trial = ids.random_bytes(KEY_BYTES)
    try:
        master = master_key(settings)
        works = master.unwrap(master.wrap(trial, ids.random_bytes)) == trial
    except StoreError as error:
        return refused(name, error)
    return Finding(name, ok=works, says=SAYS[settings.key_provider], repair="Name another key.")
