"""How long backup, drill, restore, copy-store and verify take; a program of its own.

Usage: python -m tests.storage.drilling CASES. A case has eight entries of which half hold a few
hundred characters, as many looks, and messages; checkpoints are signed all along. Prints a table of
seconds, and of bytes per case, for a store in a file and for the same store on a server.
"""

import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from time import perf_counter

from sqlmodel import Session

from meldcode.events import Answered, SignalRead
from storage import checkpoints
from storage.backup import Kit, Shelf, back_up
from storage.copying import copy_store
from storage.engine import one_transaction
from storage.keyfile import KeyFile
from storage.outbox import OutboxMessage
from storage.places import Places
from storage.records import Subject
from storage.restore import Sources, drill, restore
from storage.unit import Unit
from storage.verify import parse_public_key, verify
from tests.storage.builders import (
    HOUR,
    NOW,
    CountedBytes,
    Place,
    duty,
    key_file,
    placed,
    raise_signal,
)
from tests.storage.conftest import fill
from tests.storage.server import Server, running

TOGETHER = 200
ENTRIES = (SignalRead(), Answered("x" * 300), Answered("y" * 200), Answered("z" * 400))


def quiet(_what: str, _done: int, _total: int) -> None:
    """Nobody watches."""


def one_case(unit: Unit, number: int) -> None:
    at = NOW + timedelta(seconds=number)
    case = raise_signal(unit, f"case-{number:06}", f"{number:06}", at=at)
    for entry in (*ENTRIES, *ENTRIES[1:]):
        case = unit.cases.save(case, [entry], "ib", at + HOUR)
    unit.names.add(case.id, "s1", "Robin Bos")
    unit.due.sync(Subject("case", case.id), [duty()])
    for person in ("ib", "teacher"):
        unit.outbox.put(OutboxMessage(f"{case.id}:{person}", person, "news", "new", at, case.id))


def made(folder: Path, cases: int) -> Place:
    path, key = folder / "store.sqlite", key_file(folder)
    fill(Places.of(f"sqlite:///{path}"))
    with placed(path, key, "drilling") as place:
        for since in range(0, cases, TOGETHER):
            with place.unit() as unit:
                for number in range(since, min(cases, since + TOGETHER)):
                    one_case(unit, number)
            with one_transaction(place.url, read_only=True) as connection:
                at = NOW + timedelta(seconds=since)
                checkpoints.write(Session(connection), place.places, place.vault.signing, at)
        return place


def kit(place: Place, places: Places, shelf: Shelf) -> Kit:
    master = KeyFile.load(place.key_path)
    return Kit(places, shelf, master, CountedBytes(shelf.data.name), NOW, quiet)


def seconds(work: Callable[[], object]) -> float:
    began = perf_counter()
    work()
    return perf_counter() - began


def measured(place: Place, places: Places, again: Places, name: str) -> Iterator[tuple[str, float]]:
    """Of the store at `places`; what is restored goes to `again`."""
    folder = place.path.parent
    shelf = Shelf(folder / f"{name}.data", folder / f"{name}.keys", 7)
    here = kit(place, places, shelf)
    key = parse_public_key(places.public_key.read_text())
    yield "verify", seconds(lambda: verify(places, key))
    yield "backup", seconds(lambda: back_up(here))
    yield "drill", seconds(lambda: drill(here, Sources()))
    yield "restore", seconds(lambda: restore(replace(here, places=again), Sources()))
    (data,) = shelf.data.iterdir()
    yield "bytes of a backup", float(data.stat().st_size)


def main(cases: int) -> None:
    with tempfile.TemporaryDirectory() as name, running() as server:
        folder = Path(name)
        place = made(folder, cases)
        for part in ("of-file", "of-server"):
            (folder / part).mkdir()
        tell("bytes of the file", place.path.stat().st_size, cases)
        file = Places.of(f"sqlite:///{folder / 'of-file' / 'store.sqlite'}")
        for what, figure in measured(place, place.places, file, "file"):
            tell(f"file: {what}", figure, cases)
        on_server(server, place, cases)


def on_server(server: Server, place: Place, cases: int) -> None:
    for name in ("drilled", "drilled_again"):
        server.create(name)
    there = replace(place.places, url=server.url("drilled"))
    master = KeyFile.load(place.key_path)
    copied = seconds(lambda: copy_store(place.path, there, master, CountedBytes("copy"), quiet))
    tell("copy-store", copied, cases)
    beside = Places.of(f"sqlite:///{place.path.parent / 'of-server' / 'store.sqlite'}")
    again = replace(beside, url=server.url("drilled_again"))
    for what, figure in measured(place, there, again, "server"):
        tell(f"server: {what}", figure, cases)


def tell(what: str, figure: float, cases: int) -> None:
    sys.stdout.write(f"{what}: {figure:.1f}, per case {figure / cases:.6f}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(int(sys.argv[1]))
