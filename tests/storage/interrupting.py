"""Kill -9 work that takes long, at random moments, until it is done; a program, for it forks.

Usage: python -m tests.storage.interrupting WORK STORE SOCKET KILLS. STORE is the file of a store in
a folder with its key, in which a backup was made; SOCKET is that of a server. Each time the work is
done what came out is compared with the store, and it begins anew. Prints how often it was done.
"""

import os
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import count
from pathlib import Path

from storage import rows
from storage.backup import Kit, Shelf, back_up
from storage.copying import copy_store
from storage.keyfile import KeyFile
from storage.places import Places
from storage.restore import Sources, drill, restore
from storage.verify import parse_public_key, verify
from tests.storage.backups import left_behind
from tests.storage.builders import NOW, CountedBytes
from tests.storage.crashing import kill_at
from tests.storage.server import Server
from tests.storage.test_copying import held

DATABASE = "interrupted"


def quiet(_what: str, _done: int, _total: int) -> None:
    """Nobody watches."""


@dataclass(frozen=True)
class Stage:
    """A store, and where something is made of it."""

    path: Path
    server: Server

    @property
    def places(self) -> Places:
        return Places.of(f"sqlite:///{self.path}")

    @property
    def elsewhere(self) -> Path:
        return self.path.parent / "elsewhere"

    @property
    def steps(self) -> Path:
        return self.path.with_name("steps")

    def kit(self, places: Places, at: int = 0) -> Kit:
        folder = self.path.parent
        shelf = Shelf(folder / "backups", folder / "keys-backups", 7)
        master = KeyFile.load(folder / "store.key")
        random_bytes = CountedBytes(f"{os.getpid()}")
        return Kit(places, shelf, master, random_bytes, NOW + timedelta(minutes=at), quiet)

    def clear(self) -> None:
        shutil.rmtree(self.elsewhere, ignore_errors=True)
        self.elsewhere.mkdir()
        self.server.drop(DATABASE)
        self.server.create(DATABASE)

    def require_same(self, places: Places) -> None:
        """Every row, chain and signature is that of the store."""
        report = verify(places, parse_public_key(self.places.public_key.read_text()))
        if report.broken or held(places.url) != held(self.places.url):
            raise AssertionError(report.broken or "Rows differ.")


class Copy:
    """From the file to a server."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.places = replace(stage.places, url=stage.server.url(DATABASE))

    def run(self, _number: int) -> None:
        kit = self.stage.kit(self.places)
        copy_store(self.stage.path, self.places, kit.master, kit.random_bytes, quiet)

    def check(self) -> None:
        self.stage.require_same(self.places)


class Restore:
    """From the backup to a server."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        there = Places.of(f"sqlite:///{stage.elsewhere / 'store.sqlite'}")
        self.places = replace(there, url=self.url(there))

    def url(self, _there: Places) -> str:
        return self.stage.server.url(DATABASE)

    def run(self, _number: int) -> None:
        restore(self.stage.kit(self.places), Sources())

    def check(self) -> None:
        self.stage.require_same(self.places)


class RestoreToFile(Restore):
    def url(self, there: Places) -> str:
        return there.url


class Backup(Restore):
    """Of a store on a server; the newest that is there can always be brought back."""

    def run(self, number: int) -> None:
        back_up(self.stage.kit(self.source, number))

    @property
    def source(self) -> Places:
        return replace(self.stage.places, url=self.stage.server.url("interrupted_source"))

    def check(self) -> None:
        found = drill(self.stage.kit(self.source), Sources())
        if found.report.broken or left_behind(self.stage.path.parent):
            raise AssertionError(left_behind(self.stage.path.parent))


WORK: dict[str, Callable[[Stage], Copy | Restore]] = {
    "copy": Copy,
    "restore": Restore,
    "restore-to-file": RestoreToFile,
    "backup": Backup,
}


NEVER = 1 << 40


def was_killed(work: Copy | Restore, number: int, point: int) -> bool:
    child = os.fork()
    if child == 0:
        numbers = kill_at(point)
        work.run(number)
        work.stage.steps.write_text(str(next(numbers)))
        os._exit(0)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if code > 0:
        raise AssertionError("It stopped by itself.")
    return code < 0


def main(name: str, stage: Stage, kills: int) -> int:
    rows.BATCH = 3
    work, moments, killed, done = WORK[name](stage), CountedBytes(name), 0, 0
    stage.clear()
    was_killed(work, 0, NEVER)
    steps = int(stage.steps.read_text())
    stage.clear()
    for number in count(1):
        if was_killed(work, number, int.from_bytes(moments(4)) % (2 * steps)):
            killed += 1
            continue
        work.check()
        done += 1
        if killed >= kills:
            return done
        stage.clear()
    return done


if __name__ == "__main__":
    work, store, socket, kills = sys.argv[1:]
    sys.stdout.write(str(main(work, Stage(Path(store), Server(Path(socket))), int(kills))))
