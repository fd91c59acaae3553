"""`python -m tests.torture [words]`: the long form of the tests that have one, as a table.

With words, only the runs in whose name one of them stands. Each is an ordinary test of pytest that
reads its size from the environment; what it counted is what it recorded as a property.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter
from xml.etree import ElementTree as ET

import typer

from tests.torture.runs import RUNS, Run

HEAD = ("run", "sizes", "counted", "tests", "passed", "seconds")


def properties(report: Path) -> Iterator[str]:
    """What the tests recorded."""
    for one in ET.parse(report).iter("property"):  # noqa: S314 - written by pytest
        yield f"{one.get('name')}: {one.get('value')}"


def tested(run: Run, report: Path) -> bool:
    """Whether all tests passed; CI, so that none is left out in silence."""
    command = (sys.executable, "-m", "pytest", "-q", "-p", "no:randomly", *run.tests)
    options = ("-o", "junit_family=xunit1", f"--junitxml={report}")
    environment = {**os.environ, "CI": "true", **run.sizes}
    done = subprocess.run([*command, *options], env=environment, check=False)
    return done.returncode == 0


def row(run: Run, folder: Path) -> tuple[str, ...]:
    report, began = folder / "report.xml", perf_counter()
    passed = tested(run, report)
    sizes = ", ".join(f"{name}={size}" for name, size in run.sizes.items())
    counted = "; ".join(properties(report)) if report.exists() else ""
    seconds = f"{perf_counter() - began:.0f}"
    return (run.name, sizes, counted, " ".join(run.tests), "yes" if passed else "**no**", seconds)


def main(words: list[str]) -> int:
    """The exit code: 1 if one of them failed."""
    chosen = [run for run in RUNS if not words or any(word in run.name for word in words)]
    with tempfile.TemporaryDirectory() as folder:
        rows = [row(run, Path(folder)) for run in chosen]
    for cells in (HEAD, ("---",) * len(HEAD), *rows):
        typer.echo(f"| {' | '.join(cells)} |")
    return 0 if all(cells[4] == "yes" for cells in rows) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
