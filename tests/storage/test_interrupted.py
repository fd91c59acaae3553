"""Work that takes long, killed at random moments and run again.

With STOPS=1000 in the environment it is the counted run; without, a short one of what has most to
it: rebuilding, placing and filling.
"""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from storage.copying import copy_store
from storage.keyfile import KeyFile
from tests.storage.backups import Told, backed_up
from tests.storage.builders import CountedBytes, Place
from tests.storage.server import Server
from tests.storage.test_erasing import lived

STOPS = int(os.environ.get("STOPS", "1"))
WORK = ("restore", "copy", "restore-to-file", "backup")


@pytest.fixture
async def old(place: Place) -> Place:
    """A store with two cases, one of them erased, a checkpoint and a backup; nobody uses it."""
    await lived(place)
    backed_up(place)
    place.engine.dispose()
    return place


@pytest.fixture
def databases(old: Place, server: Server) -> Iterator[Server]:
    """One to fill, and one that holds the store already."""
    names = ("interrupted", "interrupted_source")
    for name in names:
        server.create(name)
    source = replace(old.places, url=server.url("interrupted_source"))
    copy_store(old.path, source, KeyFile.load(old.key_path), CountedBytes("copy"), Told())
    yield server
    for name in names:
        server.drop(name)


@pytest.mark.parametrize("work", WORK if STOPS > 1 else WORK[:1])
def test_killed_work_is_done_by_doing_it_again(
    old: Place, databases: Server, work: str, record_property: Callable[[str, object], None]
) -> None:
    """However often and wherever: in the end every row, chain and signature is there."""
    command = (sys.executable, "-m", "tests.storage.interrupting", work)
    arguments = (str(old.path), str(databases.socket), str(STOPS))
    ran = subprocess.run((*command, *arguments), check=True, capture_output=True, text=True)
    record_property("kills", STOPS)
    record_property("done", int(ran.stdout))

    assert int(ran.stdout) > 0
