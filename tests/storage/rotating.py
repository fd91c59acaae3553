"""Replace the master key of a store and be killed on the way; a program of its own, for it forks.

Usage: python -m tests.storage.rotating DATABASE KEY STRIDE. Each run is killed some steps later
than the one before, until one comes to its end. Prints how many were killed.
"""

import os
import sys
from itertools import count
from pathlib import Path

from storage.keyfile import KeyFile
from storage.places import Places
from storage.rotation import rotate
from tests.storage.builders import CountedBytes
from tests.storage.crashing import kill_at


def quiet(_done: int, _total: int) -> None:
    """Nobody watches."""


def run(database: Path, key: Path, point: int) -> None:
    kill_at(point)
    places, random_bytes = Places.of(f"sqlite:///{database}"), CountedBytes(f"run {point}")
    rotate(places, KeyFile.load(key), random_bytes, quiet)


def main(database: Path, key: Path, stride: int) -> int:
    for attempt in count():
        child = os.fork()
        if child == 0:
            run(database, key, attempt * stride)
            os._exit(0)
        if os.waitpid(child, 0)[1] == 0:
            return attempt
    return 0


if __name__ == "__main__":
    sys.stdout.write(str(main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))))
