"""The store as the rest of the program knows it: two async verbs around synchronous code.

SQLite has one writer at a time, so one thread writes, and somebody who waits for an answer goes
before work that can wait; readers see the last commit and never wait. On a PostgreSQL server some
write side by side, and whoever finds that another was first does the work again.
Synchronous code in threads costs less than an async driver, and never blocks the event loop.
"""

import asyncio
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from shutil import disk_usage
from time import monotonic
from typing import TypeVar

from sqlalchemy import Engine
from sqlmodel import Session

from storage import checkpoints
from storage.engine import database_file, make_engine, on_server, translated
from storage.erasing import TRACES, ErasedCase, Erasure
from storage.errors import ClashError, StoreBusyError, UnsafeStoreError
from storage.leading import Leading
from storage.master import MasterKey, RandomBytes
from storage.opening import open_vault
from storage.places import Places
from storage.postgresql import stand_still
from storage.private import is_private
from storage.scope import WHOLE_BOARD, widen
from storage.shredder import Shredder
from storage.tables import SettingRow
from storage.turns import Turns
from storage.unit import Unit, make_unit
from storage.vault import Vault
from storage.version import require_current
from storage.waiting import ALONE, BUSY_MS, BUSY_OPTION, FREE, GATE, waiting_no_longer
from storage.walls import require_bound

T = TypeVar("T")
Work = Callable[[Unit], T]
LEAST_FREE = 2_000_000
"""Bytes that must be free to say that something can be kept: some two hundred signals."""
WRITERS = 4
"""How many transactions of one process may write at a time on a server."""


@dataclass(frozen=True, slots=True)
class Lane:
    """An engine, the threads that use it, and how long one transaction may wait for its turn.

    With `whole_board` it sees all schools (`storage.scope`).
    """

    engine: Engine
    turns: Turns
    busy_ms: int
    whole_board: bool = False

    def gated(self, gate: str, **options: str) -> "Lane":
        """The same for the whole board, but as to other writers (`storage.waiting`)."""
        engine = self.engine.execution_options(**{GATE: gate, **options})
        return replace(self, engine=engine, whole_board=True)


class Store:
    def __init__(
        self,
        writer: Lane,
        readers: Lane,
        places: Places,
        vault: Vault,
        shredder: Shredder,
        random_bytes: RandomBytes,
    ) -> None:
        self._writer = writer
        self._readers = readers
        self._places = places
        self._vault = vault
        self._shredder = shredder
        self._random_bytes = random_bytes
        self._leading = Leading(places.url)

    async def write(self, work: Work[T], *, patient: bool = False, whole_board: bool = False) -> T:
        """Run `work` in a transaction: all of it is stored when this returns, or nothing is.

        It sees what every school may see; with `whole_board` all of it, until it narrows that down
        (`Unit.scope`). It may be run more than once: of what it does outside the unit nothing is
        taken back.
        With `patient` nobody waits for it, so it lets others go first (`storage.turns`), and has
        used up nothing of its wait when its turn comes. An exception of `work` passes through.
        StoreBusyError if another process holds the store for longer than two seconds, the wait
        for our own writes included; StoreFullError; StoreFailedError.
        """
        lane = replace(self._writer, whole_board=whole_board)
        return await self._run(lane, work, patient=patient)

    async def read(self, work: Work[T], *, whole_board: bool = False) -> T:
        """Run `work` on one unchanging state of the store; it cannot write."""
        return await self._run(replace(self._readers, whole_board=whole_board), work)

    async def erase(self, decide: Work[Sequence[Erasure]]) -> tuple[ErasedCase, ...]:
        """Destroy the cases that `decide` names, and their keys; what was erased.

        `decide` runs in the transaction in which it happens, so nothing comes between. When this
        returns no file of the store holds a trace; backups do, as long as they are kept. Only if
        somebody reads the files meanwhile, as a backup does, traces go at a next `tidy` or start.
        An error of `write`, or UnwritableProofError; then nothing was erased, or it is at the next
        start.
        """
        return await self._writer.turns.ask(partial(self._erase, decide, monotonic()))

    async def checkpoint(self, at: datetime) -> bool:
        """As `storage.checkpoints.write`, beside what else goes on; one call at a time."""
        return await self._readers.turns.ask(partial(self._checkpoint, at))

    async def leads(self) -> bool:
        """Whether it is this process that does now what only one may do (`storage.leading`)."""
        return await asyncio.to_thread(self._leading.ours)

    async def tidy(self) -> None:
        """Take away traces that an erasure had to leave in the files, unless that must wait."""
        if await self._readers.turns.ask(self._has_traces):
            await self._writer.turns.ask(self._shredder.try_scrub, patient=True)

    def has_room(self) -> bool:
        """Whether a signal of now can be expected to fit on the disk of the store."""
        return all(disk_usage(file.parent).free >= LEAST_FREE for file in self._places.written)

    async def close(self) -> None:
        """Finish what runs, then let go of the database."""
        for lane in (self._writer, self._readers):
            await asyncio.to_thread(lane.turns.close)
            lane.engine.dispose()
        self._leading.close()
        self._vault.close()

    async def _run(self, lane: Lane, work: Work[T], *, patient: bool = False) -> T:
        asked_at = None if patient else monotonic()
        run = partial(self._transact, lane, work, asked_at)
        return await lane.turns.ask(run, patient=patient)

    def _transact(self, lane: Lane, work: Work[T], asked_at: float | None) -> T:
        started = monotonic() if asked_at is None else asked_at
        while True:
            try:
                with _session(lane, asked_at) as session:
                    return work(make_unit(session, self._vault, self._random_bytes))
            except ClashError:
                if _left_ms(lane, started) == 0:
                    raise StoreBusyError from None

    def _checkpoint(self, at: datetime) -> bool:
        lane = self._readers
        if on_server(self._places.url):
            lane = self._writer.gated(FREE, isolation_level="REPEATABLE READ")
        with _session(lane, monotonic()) as session:
            if lane is not self._readers:
                stand_still(session)
            return checkpoints.write(session, self._places, self._vault.signing, at)

    def _has_traces(self) -> bool:
        with _session(self._readers, None) as session:
            return session.get(SettingRow, TRACES) is not None

    def _erase(self, decide: Work[Sequence[Erasure]], asked_at: float) -> tuple[ErasedCase, ...]:
        with _session(self._writer.gated(ALONE), asked_at) as session:
            unit = make_unit(session, self._vault, self._random_bytes)
            orders = decide(unit)
            # What is about a case stands with people of other schools too.
            widen(session.connection())
            erased = self._shredder.erase(session, orders)
        if erased:
            self._shredder.try_scrub()
        return erased


@contextmanager
def _session(lane: Lane, asked_at: float | None) -> Iterator[Session]:
    """A transaction that waits for its turn no longer than is left."""
    left_ms = lane.busy_ms if asked_at is None else _left_ms(lane, asked_at)
    options = {BUSY_OPTION: left_ms, WHOLE_BOARD: lane.whole_board}
    engine = lane.engine.execution_options(**options)
    # Keys are in a database of their own: a wait there is no second one.
    with waiting_no_longer(left_ms), translated(), Session(engine) as session, session.begin():
        yield session


def _left_ms(lane: Lane, asked_at: float) -> int:
    return max(0, lane.busy_ms - round(1000 * (monotonic() - asked_at)))


def open_store(
    places: Places,
    master: MasterKey,
    *,
    random_bytes: RandomBytes,
    readers: int = 4,
    busy_ms: int = BUSY_MS,
) -> Store:
    """Open a store that is migrated, with the key that belongs to it.

    NotMigratedError, NewerStoreError, UnsafeStoreError, UnboundUserError, or a KeyFileError: a
    store without its protections is not opened at all.
    """
    require_current(places.url)
    require_bound(places.url)
    shared = on_server(places.url)
    if not shared and not is_private(database_file(places.url)):
        raise UnsafeStoreError
    writers = WRITERS if shared else 1
    # Writers look keys up too.
    vault = open_vault(places, master, random_bytes, readers + writers, busy_ms)
    shredder = Shredder(places, vault)
    shredder.replay()
    # One more for a checkpoint, which is made beside what else goes on.
    writer = make_engine(places.url, connections=writers + shared, read_only=False, busy_ms=busy_ms)
    reader = make_engine(places.url, connections=readers, read_only=True, busy_ms=busy_ms)
    return Store(
        Lane(writer, Turns(writers, "store-writer"), busy_ms),
        Lane(reader, Turns(readers, "store-reader"), busy_ms),
        places,
        vault,
        shredder,
        random_bytes,
    )
