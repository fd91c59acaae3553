"""Bring a store to this version, or tell whether it is."""

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from storage.engine import create_file, database_file, one_transaction
from storage.errors import NewerStoreError, NotMigratedError


def migrate(url: str) -> None:
    """Make the store if there is none (mode 0600) and bring it to the newest version.

    One transaction: a crash leaves the old version. Batch mode stays off, for it drops triggers.
    """
    create_file(url)
    _refuse_newer(current(url))
    config = _config()
    with one_transaction(url, read_only=False) as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def current(url: str) -> str | None:
    """The version of the store; None if there is no store or nothing in it."""
    if not database_file(url).exists():
        return None
    with one_transaction(url, read_only=True) as connection:
        return MigrationContext.configure(connection).get_current_revision()


def head() -> str | None:
    """The version that this program needs."""
    return _scripts().get_current_head()


def require_current(url: str) -> None:
    """NotMigratedError or NewerStoreError unless the store has exactly this version."""
    revision = current(url)
    _refuse_newer(revision)
    if revision != head():
        raise NotMigratedError


def _refuse_newer(revision: str | None) -> None:
    known = {script.revision for script in _scripts().walk_revisions()}
    if revision is not None and revision not in known:
        raise NewerStoreError


def _scripts() -> ScriptDirectory:
    return ScriptDirectory.from_config(_config())


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", "storage:migrations")
    return config
