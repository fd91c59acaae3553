import subprocess
import sys
from pathlib import Path

from storage.engine import make_engine
from tests.storage.builders import SUBMITTED


def rows(path: Path) -> set[int]:
    """How many rows each table has that a submission writes to."""
    engine = make_engine(f"sqlite:///{path}", read_only=False)
    with engine.begin() as connection:
        counts = [
            connection.exec_driver_sql(f'SELECT count(*) FROM "{table}"').scalar_one()  # noqa: S608
            for table in SUBMITTED
        ]
    engine.dispose()
    return set(counts)


def test_a_killed_submission_leaves_nothing(template: Path, tmp_path: Path) -> None:
    """Wherever kill -9 hits a submission before its commit, no table has a row of it."""
    program = (sys.executable, "-m", "tests.storage.crashing")
    subprocess.run([*program, str(template), str(tmp_path)], check=True)
    *killed, whole = sorted(tmp_path.glob("*.sqlite"))

    assert len(killed) > len(SUBMITTED)
    assert [rows(path) for path in killed] == [{0}] * len(killed)
    assert rows(whole) == {1}
