"""From settings to a store: where its parts are, who keeps its master key, and the open store."""

from bot import ids
from bot.settings import Settings
from bot.transit import TransitKey
from storage.backup import Shelf
from storage.engine import beside
from storage.heldkey import HeldKey
from storage.keyfile import KeyFile
from storage.master import MasterKey
from storage.places import Places
from storage.store import Store, open_store

KEEPER = {"file": "KEY_FILE", "environment": "MASTER_KEY", "vault": "VAULT_KEY"}
"""The setting that says where the master key is, by KEY_PROVIDER."""


def places(settings: Settings) -> Places:
    keys = (settings.case_keys_file, settings.proof_folder, settings.case_keys_url or None)
    return Places.of(settings.database_url, *keys)


def master_key(settings: Settings) -> MasterKey:
    """Raises a KeyFileError if it cannot be used; a key service is not asked yet."""
    match settings.key_provider:
        case "environment":
            return HeldKey.of(settings.master_key.get_secret_value())
        case "vault":
            token = settings.vault_token.get_secret_value()
            return TransitKey(settings.vault_addr, token, settings.vault_key, settings.vault_mount)
        case _:
            return KeyFile.load(settings.key_file)


def shelf(settings: Settings) -> Shelf:
    """Where backups lie: beside the database unless they have a place of their own."""
    url = settings.database_url
    return Shelf(
        settings.backup_folder or beside(url, ".backups"),
        settings.keys_backup_folder or beside(url, ".keys-backups"),
        settings.keys_backup_days,
    )


def opened(settings: Settings, readers: int = 4) -> Store:
    """As `open_store`, with what it raises; the caller closes it."""
    master = master_key(settings)
    return open_store(places(settings), master, random_bytes=ids.random_bytes, readers=readers)
