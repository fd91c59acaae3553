"""Kill -9 a submission at one statement after the other; a program of its own, for it forks.

Usage: python -m tests.storage.crashing DATABASE FOLDER. It leaves one database per killing
point in FOLDER, numbered, and last the one of the submission that nothing killed.
"""

import os
import signal
import sys
from itertools import count
from pathlib import Path

from sqlalchemy import Engine, event

from storage.keyfile import KeyFile
from tests.storage.builders import CountedBytes, copy_store, placed, submit


def kill_at(point: int) -> None:
    """From now on die before the statement, or commit, with this number, in any database."""
    numbers = count()

    def die(*_arguments: object) -> None:
        if next(numbers) == point:
            os.kill(os.getpid(), signal.SIGKILL)

    event.listen(Engine, "before_cursor_execute", die)
    event.listen(Engine, "commit", die)


def run(path: Path, point: int) -> None:
    with placed(path, path.with_name("store.key")) as place:
        kill_at(point)
        with place.unit() as unit:
            submit(unit)


def main(template: Path, folder: Path) -> None:
    KeyFile.create(folder / "store.key", CountedBytes("key"))
    for point in count():
        path = folder / f"{point:03}.sqlite"
        copy_store(template, path)
        child = os.fork()
        if child == 0:
            run(path, point)
            os._exit(0)
        if os.waitpid(child, 0)[1] == 0:
            return


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
