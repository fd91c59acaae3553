"""Bring a store to this version, or tell whether it is."""

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from storage.engine import create_file, database_file, make_engine


def migrate(url: str) -> None:
    """Make the store if there is none (mode 0600) and bring it to the newest version.

    One transaction: a crash leaves the old version. Batch mode stays off, for it drops triggers.
    """
    create_file(url)
    engine = make_engine(url, read_only=False)
    with engine.begin() as connection:
        config = _config()
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
    engine.dispose()


def current(url: str) -> str | None:
    """The version of the store; None if there is no store or nothing in it."""
    if not database_file(url).exists():
        return None
    engine = make_engine(url, read_only=True)
    with engine.begin() as connection:
        revision = MigrationContext.configure(connection).get_current_revision()
    engine.dispose()
    return revision


def head() -> str | None:
    """The version that this program needs."""
    return ScriptDirectory.from_config(_config()).get_current_head()


def is_current(url: str) -> bool:
    return current(url) == head()


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", "storage:migrations")
    return config
