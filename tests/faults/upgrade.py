"""Bringing a store of the first version to this one, to be cut off as well."""

import shutil
from pathlib import Path

from bot.stores import places
from storage.migrate import migrate
from storage.version import current
from tests.conversations.stage import START
from tests.faults.forks import Hear, Job, Say
from tests.faults.life import settings_in
from tests.faults.rows import MAIN, contents
from tests.faults.tape import Moment
from tests.storage.first_version import first_version

MIGRATE = "migrate"


def old_store(folder: Path) -> Moment:
    """With one case, under the names that the bot gives its files."""
    folder.mkdir()
    made = first_version(folder)
    (folder / "old.sqlite").rename(folder / MAIN)
    shutil.move(made.key_path, folder / "wegwijzer.key")
    return Moment(MIGRATE, {}, START, folder)


def upgrading(folder: Path) -> Job:
    """What it says is as of a delivery: `state`, `ack`, `trail`."""

    def job(say: Say, hear: Hear) -> None:
        where = places(settings_in(folder))
        say("state", _state(folder))
        hear()
        migrate(where)
        say("ack")
        say("trail", _state(folder))

    return job


def _state(folder: Path) -> str:
    """The version, and what is in the tables; no looks."""
    return f"{current(places(settings_in(folder)).url)}-{contents(folder)} 0"
