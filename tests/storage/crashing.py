"""Kill -9 a submission at one statement after the other; a program of its own, for it forks.

Usage: python -m tests.storage.crashing DATABASE FOLDER. It leaves one database per killing
point in FOLDER, numbered, and last the one of the submission that nothing killed.
"""

import os
import shutil
import signal
import sys
from itertools import count
from pathlib import Path

from sqlalchemy import Engine, event
from sqlmodel import Session

from storage.engine import make_engine
from storage.keyfile import KeyFile
from storage.unit import make_unit
from storage.vault import Vault
from tests.storage.builders import CountedBytes, submit


def kill_at(point: int, engine: Engine) -> None:
    """From now on die before the statement, or commit, with this number."""
    numbers = count()

    def die(*_arguments: object) -> None:
        if next(numbers) == point:
            os.kill(os.getpid(), signal.SIGKILL)

    event.listen(engine, "before_cursor_execute", die)
    event.listen(engine, "commit", die)


def run(path: Path, point: int) -> None:
    engine = make_engine(f"sqlite:///{path}", read_only=False)
    random_bytes = CountedBytes()
    vault = Vault(KeyFile(bytes(32)), random_bytes)
    kill_at(point, engine)
    with Session(engine) as session, session.begin():
        submit(make_unit(session, vault, random_bytes))


def main(template: Path, folder: Path) -> None:
    for point in count():
        path = folder / f"{point:03}.sqlite"
        shutil.copy(template, path)
        child = os.fork()
        if child == 0:
            run(path, point)
            os._exit(0)
        if os.waitpid(child, 0)[1] == 0:
            return


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
