"""`python -m tests.bench [times]`: the benchmarks, as a table of ratios.

BENCH_CASES says up to how many open cases the lists grow (100,000).
"""

import asyncio
import sys
import tempfile
from pathlib import Path

import typer

from tests.bench import acks, growth, network, outbox, space, start
from tests.bench.row import table

TIMES = 300


async def measured(folder: Path, times: int) -> None:
    def place(name: str) -> Path:
        made = folder / name
        made.mkdir()
        return made

    rows = [
        *await acks.commands(place("commands"), times),
        *await network.commands(place("network"), times),
        *await acks.signals(place("signals"), folder / "bare.sqlite", times),
        *await acks.signals_on_server(place("server"), times),
        *start.first_acks(place("start")),
        *growth.lists(place("growth")),
        *await outbox.bursts(place("outbox")),
    ]
    typer.echo(table(rows))
    typer.echo(network.missing())
    typer.echo(space.table(await space.case(place("space"))))
    typer.echo(f"Memory of this process at most: {space.memory()}.")


def main() -> None:
    times = int(sys.argv[1]) if len(sys.argv) > 1 else TIMES
    # On the disk that people use: what is synced to memory costs nothing.
    build = Path("build").absolute()
    build.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=build) as folder:
        asyncio.run(measured(Path(folder), times))


if __name__ == "__main__":
    main()
