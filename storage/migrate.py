"""Bring a store to this version."""

from collections.abc import Iterable
from contextlib import closing

from alembic import command
from alembic.config import Config
from sqlalchemy import inspect

from storage.engine import (
    create_file,
    migrating,
    on_server,
    one_transaction,
    scrub,
)
from storage.errors import MissingCaseKeysError
from storage.keystore import CASE, KeyStore, WrappedKey, are_there, create_keys
from storage.opening import FIRST
from storage.places import Places
from storage.version import current, refuse_newer

OLD_KEYS = "case_key"
"""The table in which the first versions kept the keys of cases."""


def migrate(places: Places) -> None:
    """Make the store if there is none (mode 0600) and bring it to the newest version.

    On a server the database must be there; its tables become those of the user of the address.
    One transaction: a crash leaves the old version. Batch mode stays off, for it drops triggers.
    NewerStoreError; MissingCaseKeysError if the keys of its cases are not where they should be.
    """
    if not on_server(places.url):
        create_file(places.url)
    found = current(places.url)
    refuse_newer(found)
    keys_inside = _has_table(places.url, OLD_KEYS)
    if found is not None and not keys_inside and not are_there(places):
        raise MissingCaseKeysError
    create_keys(places)
    _upgrade(places)
    if keys_inside:
        scrub(places.url)


def _upgrade(places: Places) -> None:
    config = _config()

    def move(rows: Iterable[tuple[str, bytes]]) -> None:
        """Called by the migration that takes the keys of cases out of the database."""
        with closing(KeyStore(places)) as keys, keys.writing() as moved:
            moved.add(*(WrappedKey(CASE, case_id, FIRST, wrapped) for case_id, wrapped in rows))

    config.attributes["move_keys"] = move
    with migrating(places.url) as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def _has_table(url: str, name: str) -> bool:
    with one_transaction(url, read_only=True) as connection:
        return inspect(connection).has_table(name)


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", "storage:migrations")
    return config
