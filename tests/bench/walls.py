"""`python -m tests.bench.walls [times]`: what row-level security costs on a server of our own.

Two copies of one store with BENCH_CASES open cases, one without walls and without saying for whom
a transaction works. Each thing is done in turn on both.
"""

import asyncio
import sys
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from statistics import median
from time import perf_counter

import pytest
import typer

from bot.service.service import Service
from meldcode.people import Person
from storage.keyfile import KeyFile
from storage.migrate import migrate
from storage.places import Places
from storage.scope import Scope
from storage.store import Store, open_store
from tests.bench.growth import MOST, fill
from tests.bench.row import Row
from tests.bench.row import table as told
from tests.bot.house import Clock, CountedIds, FakeDirectory, tools_on
from tests.storage.builders import CountedBytes, Place, key_file, on_whole_board, placed
from tests.storage.schools import TABLES
from tests.storage.server import Server, running

WARM = 20
RAW = {"text": "No lunch for a week.", "urgency": "unknown", "child": "Robin"}
Do = Callable[[Service, str], Awaitable[object]]
THINGS: dict[str, Do] = {
    "Home of an IB'er": lambda service, _key: service.home("U-s0-ib"),
    "Home of a teacher": lambda service, _key: service.home("U-s0-t0"),
    "a signal": lambda service, key: service.submit("U-s0-t0", "signal", RAW, "", key),
}


@contextmanager
def filled(server: Server, folder: Path) -> Iterator[Place]:
    """A store on the server as big as a board has it."""
    server.create("with_walls")
    key, path = key_file(folder), folder / "store.sqlite"
    places = Places.of(server.url("with_walls"), *beside(path))
    migrate(places)
    with placed(path, key, server=places.url) as place:
        fill(place, 0, MOST)
        place.sql("ANALYZE")
        yield place


def beside(path: Path) -> tuple[Path, Path]:
    found = Places.of(f"sqlite:///{path}")
    return found.keys, found.proof


@asynccontextmanager
async def serving(server: Server, name: str, folder: Path) -> AsyncIterator[Service]:
    places = Places.of(server.url(name), *beside(folder / "store.sqlite"))
    master = KeyFile.load(folder / "store.key")
    store: Store = open_store(places, master, random_bytes=CountedBytes(name))
    yield Service(tools_on(store, Clock(), CountedIds()), Known(), lambda: None)
    await store.close()


def unwalled(server: Server, place: Place) -> None:
    """A copy without row-level security."""
    place.engine.dispose()
    server.create("without_walls", "with_walls")
    engine = on_whole_board(server.url("without_walls"))
    with engine.begin() as connection:
        for name in TABLES:
            connection.exec_driver_sql(f'ALTER TABLE "{name}" DISABLE ROW LEVEL SECURITY')
    engine.dispose()


class Known(FakeDirectory):
    async def email_of(self, account: str) -> str | None:
        return f"{account.removeprefix('U-')}@example.org"


def nothing(_scope: Scope, _person: Person) -> None:
    """Nobody says for whom they work."""


async def measured(server: Server, folder: Path, times: int) -> list[Row]:
    with filled(server, folder) as place:
        unwalled(server, place)
    async with (
        serving(server, "with_walls", folder) as walled,
        serving(server, "without_walls", folder) as free,
    ):
        return [await _row(what, do, (walled, free), times) for what, do in THINGS.items()]


async def _row(what: str, do: Do, both: tuple[Service, Service], times: int) -> Row:
    took: tuple[list[float], list[float]] = ([], [])
    for number in range(WARM + times):
        for service, found in zip(both, took, strict=True):
            with pytest.MonkeyPatch.context() as patch:
                if service is both[1]:
                    patch.setattr(Scope, "only", nothing)
                began = perf_counter()
                await do(service, f"{what}{number}")
                found.append(perf_counter() - began)
    walled, free = (median(found[WARM:]) * 1000 for found in took)
    return Row(f"{what}, at {MOST:,}", walled, free, "the same without walls")


def main() -> None:
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    with tempfile.TemporaryDirectory() as folder, running() as server:
        typer.echo(told(asyncio.run(measured(server, Path(folder), times))))


if __name__ == "__main__":
    main()
