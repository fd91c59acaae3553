"""That the long runs are still there to be run."""

import re

from tests.contracts.tree import ROOT
from tests.torture.runs import RUNS


def test_every_run_reads_its_size() -> None:
    """A size that no test reads would make a long run a short one, in silence."""
    unread = [
        (run.name, size)
        for run in RUNS
        for size in run.sizes
        if not any(re.search(rf'"{size}"', (ROOT / path).read_text("utf-8")) for path in run.tests)
    ]

    assert unread == []


def test_no_two_runs_have_a_name_in_common() -> None:
    """A run is chosen by its name."""
    names = [run.name for run in RUNS]

    assert sorted(set(names)) == sorted(names)
