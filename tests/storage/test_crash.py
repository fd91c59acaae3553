import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from storage.engine import make_engine
from storage.places import Places
from tests.storage.builders import SUBMITTED, submitted


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


def test_a_killed_submission_leaves_nothing(template: Path, tmp_path: Path) -> None:
    """Wherever kill -9 hits a submission no table has a row of it, or all, and the key of it."""
    program = (sys.executable, "-m", "tests.storage.crashing")
    subprocess.run([*program, str(template), str(tmp_path)], check=True)
    *killed, whole = sorted(path for path in tmp_path.glob("???.sqlite"))

    for path in (*killed, whole):
        assert cases(path) <= keys(path)
    assert len(killed) > len(SUBMITTED)
    assert [rows(path) for path in killed] == [{0}] * len(killed)
    assert rows(whole) == {1}
