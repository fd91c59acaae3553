"""Which version a store has, and which this program needs.

Without Alembic, which takes longer to import than all else that this needs: a bot that starts only
looks, and a migration is a program of its own.
"""

import re
from functools import cache
from importlib import resources

from sqlalchemy import inspect
from sqlmodel import Session

from storage.engine import database_file, on_server, one_transaction
from storage.errors import NewerStoreError, NotMigratedError, UnfinishedStoreError
from storage.rows import MARK
from storage.tables import SettingRow

MIGRATION = re.compile(r"(\d{4})_\w+\.py")
TABLE = "alembic_version"


@cache
def versions() -> tuple[str, ...]:
    """All that there ever were, the newest last; each is the number of a migration's file."""
    folder = resources.files("storage") / "migrations" / "versions"
    found = (MIGRATION.fullmatch(entry.name) for entry in folder.iterdir())
    return tuple(sorted(match[1] for match in found if match))


def head() -> str:
    """The version that this program needs."""
    return versions()[-1]


def current(url: str) -> str | None:
    """The version of the store; None if there is no store or nothing in it."""
    if not on_server(url) and not database_file(url).exists():
        return None
    with one_transaction(url, read_only=True) as connection:
        if not inspect(connection).has_table(TABLE):
            return None
        found = connection.exec_driver_sql(f"SELECT version_num FROM {TABLE}").scalar()  # noqa: S608 - a constant
        return None if found is None else str(found)


def refuse_newer(revision: str | None) -> None:
    """NewerStoreError if a later program than this one brought the store to its version."""
    if revision is not None and revision not in versions():
        raise NewerStoreError


def require_current(url: str) -> None:
    """NotMigratedError or NewerStoreError unless the store has exactly this version.

    UnfinishedStoreError if not all of it is there.
    """
    revision = current(url)
    refuse_newer(revision)
    if revision != head():
        raise NotMigratedError
    if on_server(url):
        with one_transaction(url, read_only=True) as connection:
            if Session(connection).get(SettingRow, MARK) is not None:
                raise UnfinishedStoreError
