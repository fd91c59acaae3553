"""That the versions of a store are those of its migrations."""

from alembic.config import Config
from alembic.script import ScriptDirectory

from storage.version import head, versions


def test_the_files_tell_the_versions_that_alembic_knows() -> None:
    """A bot that starts looks at the names of the files only, so these must say the same."""
    config = Config()
    config.set_main_option("script_location", "storage:migrations")
    scripts = ScriptDirectory.from_config(config)
    known = [script.revision for script in reversed(list(scripts.walk_revisions()))]

    assert list(versions()) == known
    assert head() == scripts.get_current_head()
