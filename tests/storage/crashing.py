"""Kill -9 a piece of work at one step after the other; a program of its own, for it forks.

Usage: python -m tests.storage.crashing WORK DATABASE KEY FOLDER STEP. At every STEPth moment it
leaves a folder with a store in FOLDER, numbered, and last the one of the work that nothing killed.
"""

import asyncio
import os
import shutil
import signal
import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path

from sqlalchemy import Engine, event

from storage.erasing import Erasure
from tests.storage.builders import DAY, NOW, Place, copy_store, placed, submit


def kill_at(point: int) -> "count[int]":
    """From now on die before the statement, commit or fsync with this number, in any file.

    Gives the numbers: the next one is how many steps there have been.
    """
    numbers, fsync = count(), os.fsync

    def die(*_arguments: object) -> None:
        if next(numbers) == point:
            os.kill(os.getpid(), signal.SIGKILL)

    def synced(handle: int) -> None:
        die()
        fsync(handle)

    event.listen(Engine, "before_cursor_execute", die)
    event.listen(Engine, "commit", die)
    os.fsync = synced  # type: ignore[assignment]  # its one argument has no exported type
    return numbers


def submission(place: Place, point: int) -> None:
    kill_at(point)
    with place.unit() as unit:
        submit(unit)


def erasure(place: Place, point: int) -> None:
    async def erase() -> None:
        store = place.opened()
        kill_at(point)
        await store.erase(lambda _unit: [Erasure("case-1", "term", "director", NOW + DAY)])
        await store.close()

    asyncio.run(erase())


WORK: dict[str, Callable[[Place, int], None]] = {"submission": submission, "erasure": erasure}


def run(folder: Path, work: Callable[[Place, int], None], point: int) -> None:
    with placed(folder / "store.sqlite", folder / "store.key") as place:
        work(place, point)


def main(name: str, database: Path, key: Path, folder: Path, step: int) -> None:
    for point in count(0, step):
        here = folder / f"{point:03}"
        here.mkdir()
        copy_store(database, here / "store.sqlite")
        shutil.copy(key, here / "store.key")
        child = os.fork()
        if child == 0:
            run(here, WORK[name], point)
            os._exit(0)
        if os.waitpid(child, 0)[1] == 0:
            return


if __name__ == "__main__":
    work, database, key, folder, step = sys.argv[1:]
    main(work, Path(database), Path(key), Path(folder), int(step))
