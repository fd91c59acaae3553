"""The faults that a store must stand, as a process of its own, for it forks.

Usage: python -m tests.faults FOLDER SEED FAULT=SIZE... Prints what was counted, by fault, as JSON.
"""

import asyncio
import json
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import structlog

from tests.faults import full, kills, locks, points, power
from tests.faults.tape import recorded
from tests.faults.victim import QUIET, warmed

Fault = Callable[[Path, int, str], object]
MANY = 100
"""From such a size on it is the whole life of a case that is disturbed, not its beginning only."""


def main(folder: Path, seed: str, sizes: dict[str, int]) -> None:
    structlog.configure(wrapper_class=QUIET)
    tape = asyncio.run(recorded(folder, whole=max(sizes.values()) >= MANY))
    warmed(tape.folder / "end")
    faults: dict[str, Fault] = {
        "kills": partial(kills.run, tape),
        "points": partial(points.run, tape),
        "cuts": power.run,
        "levels": partial(full.run, tape),
        "holds": partial(locks.run, tape),
    }
    found = {}
    for name, size in sizes.items():
        (folder / name).mkdir()
        found[name] = vars(faults[name](folder / name, size, seed))
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    pairs = (one.split("=") for one in sys.argv[3:])
    main(Path(sys.argv[1]), sys.argv[2], {name: int(size) for name, size in pairs})
