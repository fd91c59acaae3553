"""Whether the master key and the keys of the cases can be used."""

import os

from bot import ids
from bot.finding import Finding, refused
from bot.settings import Settings
from bot.stores import KEEPER, master_key, places
from storage.engine import same_server
from storage.errors import StoreError
from storage.keystore import require_keys
from storage.master import KEY_BYTES
from storage.signed import SignedFile
from storage.unit import Unit

CASE_KEYS, CASE_KEYS_URL, PROOF = "CASE_KEYS_FILE", "CASE_KEYS_URL", "PROOF_FOLDER"
LEDGER = "ledger of erasures"
SAYS = {
    "file": "is a key that only its owner can read",
    "environment": "holds a key",
    "vault": "names a key that locks and unlocks",
}


def examine_case_keys(settings: Settings) -> Finding:
    """The keys of the cases, which a store has once it is migrated."""
    name = CASE_KEYS_URL if settings.case_keys_url else CASE_KEYS
    try:
        require_keys(places(settings))
    except StoreError as error:
        return refused(name, error)
    if not settings.case_keys_url:
        return Finding(name, ok=True, says="can be read by its owner only")
    if same_server(settings.database_url, settings.case_keys_url):
        says = "is on the same server as the cases, so a copy of that server holds both"
        return Finding(name, ok=None, says=says, repair="Better put it on a server of its own.")
    return Finding(name, ok=True, says="is a database of its own, on another server than the cases")


def examine_proof(settings: Settings) -> Finding:
    """Whether checkpoints and the ledger of erasures can be added to."""
    folder = places(settings).proof
    if os.access(folder if folder.exists() else folder.parent, os.W_OK):
        return Finding(PROOF, ok=True, says="can be written; keep a copy on another machine")
    repair = "Give the folder to the user of Wegwijzer, or name another."
    return Finding(PROOF, ok=False, says="cannot be written", repair=repair)


def examine_ledger(unit: Unit, settings: Settings) -> Finding:
    """Whether this is the folder in which every machine writes down what it erased."""
    missing = unit.erased.count() - len(SignedFile(places(settings).erased).hashes())
    if missing <= 0:
        return Finding(LEDGER, ok=True, says="knows every erasure of the store")
    says = f"misses erasures that the store knows of: {missing}"
    repair = (
        "Let PROOF_FOLDER be one folder that all machines share, or put its last copy back. See "
        "docs/postgresql.md"
    )
    return Finding(LEDGER, ok=False, says=says, repair=repair)


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
