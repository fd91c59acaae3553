"""`python -m tests.bench [times]`: the benchmarks, as a table of ratios.

BENCH_CASES says up to how many open cases the lists grow (100,000).
"""

import asyncio
import sys
import tempfile
from pathlib import Path

import typer

from tests.bench import acks, growth, outbox, start
from tests.bench.row import table

TIMES = 300


async def measured(folder: Path, times: int) -> None:
    places = [folder / name for name in ("commands", "signals", "start", "growth", "outbox")]
    for place in places:
        place.mkdir()
    rows = [
        *await acks.commands(places[0], times),
        *await acks.signals(places[1], folder / "bare.sqlite", times),
        *start.first_acks(places[2]),
        *growth.lists(places[3]),
        *await outbox.bursts(places[4]),
    ]
    typer.echo(table(rows))


def main() -> None:
    times = int(sys.argv[1]) if len(sys.argv) > 1 else TIMES
    # On the disk that people use: what is synced to memory costs nothing.
    build = Path("build")
    build.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=build) as folder:
        asyncio.run(measured(Path(folder), times))


if __name__ == "__main__":
    main()
