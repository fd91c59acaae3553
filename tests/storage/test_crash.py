import subprocess
import sys
from pathlib import Path

from storage.engine import make_engine
from tests.storage.builders import SUBMITTED, submitted


def rows(path: Path) -> set[int]:
    """How many rows each table has that a submission writes to."""
    engine = make_engine(f"sqlite:///{path}", read_only=False)
    counts = submitted(engine)
    engine.dispose()
    return set(counts.values())


def test_a_killed_submission_leaves_nothing(template: Path, tmp_path: Path) -> None:
    """Wherever kill -9 hits a submission before its commit, no table has a row of it."""
    program = (sys.executable, "-m", "tests.storage.crashing")
    subprocess.run([*program, str(template), str(tmp_path)], check=True)
    *killed, whole = sorted(tmp_path.glob("*.sqlite"))

    assert len(killed) > len(SUBMITTED)
    assert [rows(path) for path in killed] == [{0}] * len(killed)
    assert rows(whole) == {1}
