import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from storage.engine import make_engine
from storage.places import Places
from tests.storage.builders import SUBMITTED, Place, placed, submit, submitted
from tests.storage.test_canaries import held, traces

STEP = "1" if "EVERY_CRASH" in os.environ else "3"
"""Of an erasure every third moment; with EVERY_CRASH in the environment every one."""


def crashed(work: str, place: Place, folder: Path, step: str = "1") -> list[Path]:
    """The databases that the killings of this work left; of the last nothing was killed."""
    folder.mkdir()
    program = (sys.executable, "-m", "tests.storage.crashing", work)
    subprocess.run([*program, str(place.path), str(place.key_path), str(folder), step], check=True)
    return sorted(folder.glob("*/store.sqlite"))


def rows(path: Path) -> set[int]:
    """How many rows each table has that a submission writes to."""
    engine = make_engine(f"sqlite:///{path}", read_only=False)
    counts = submitted(engine)
    engine.dispose()
    return set(counts.values())


def first_column(path: Path, query: str) -> set[str]:
    with closing(sqlite3.connect(path)) as connection:
        return {str(row[0]) for row in connection.execute(query)}


def cases(path: Path) -> set[str]:
    return first_column(path, "SELECT case_id FROM case_event")


def keys(path: Path) -> set[str]:
    """The cases whose key was on the disk."""
    file = Places.of(f"sqlite:///{path}").keys
    return first_column(file, "SELECT name FROM data_key WHERE kind = 'case'")


def test_a_killed_submission_leaves_nothing(place: Place, tmp_path: Path) -> None:
    """Wherever kill -9 hits a submission no table has a row of it, or all, and the key of it."""
    place.checkpoint()
    *killed, whole = crashed("submission", place, tmp_path / "killed")

    for path in (*killed, whole):
        assert cases(path) <= keys(path)
    assert len(killed) > len(SUBMITTED)
    assert [rows(path) for path in killed] == [{0}] * len(killed)
    assert rows(whole) == {1}


async def state(path: Path) -> str:
    """What became of the case, after the store was opened as always."""
    with placed(path, path.with_name("store.key")) as place:
        store = place.opened()
        case = await store.read(lambda unit: unit.cases.fold("case-1"))
        stubs = await store.read(lambda unit: unit.erased.of_school("s1"))
        await store.close()
    if case is not None:
        return "whole" if not stubs and "case-1" in keys(path) else "torn"
    return "erased" if len(stubs) == 1 and not keys(path) else "torn"


async def test_a_killed_erasure_is_done_or_not_begun(place: Place, tmp_path: Path) -> None:
    """Wherever kill -9 hits an erasure, the next start finds the case whole or erases it all."""
    with place.unit() as unit:
        submit(unit)
    found = traces(place)
    place.checkpoint()
    paths = crashed("erasure", place, tmp_path / "killed", STEP)
    states = [await state(path) for path in paths]

    assert set(states) == {"whole", "erased"}
    assert states == sorted(states, reverse=True)
    assert states[-1] == "erased"
    for path, after in zip(paths, states, strict=True):
        assert after == "whole" or held(path.parent, found) == 0
