"""The store as the rest of the program knows it: two async verbs around synchronous code.

SQLite has one writer at a time, so one thread writes; readers see the last commit and never wait.
Synchronous code in threads was measured at 1.5 times a bare insert; async drivers at 2.7 and more.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session

from storage.engine import BUSY_MS, make_engine, refusal
from storage.errors import NotMigratedError, WrongKeyError
from storage.keyfile import KeyFile, RandomBytes
from storage.migrate import is_current
from storage.tables import SettingRow
from storage.unit import Unit, make_unit
from storage.vault import Vault

T = TypeVar("T")
KEY_CHECK = "key_check"


@dataclass(frozen=True, slots=True)
class Lane:
    """An engine and the threads that use it."""

    engine: Engine
    threads: ThreadPoolExecutor


class Store:
    def __init__(
        self, writer: Lane, readers: Lane, vault: Vault, random_bytes: RandomBytes
    ) -> None:
        self._writer = writer
        self._readers = readers
        self._vault = vault
        self._random_bytes = random_bytes

    async def write(self, work: Callable[[Unit], T]) -> T:
        """Run `work` in a transaction: all of it is stored when this returns, or nothing is.

        An exception of `work` passes through. StoreBusyError after two seconds of waiting for
        another process, StoreFullError, StoreFailedError.
        """
        return await self._run(self._writer, work)

    async def read(self, work: Callable[[Unit], T]) -> T:
        """Run `work` on one unchanging state of the store; it cannot write."""
        return await self._run(self._readers, work)

    async def close(self) -> None:
        """Finish what runs, then let go of the database."""
        for lane in (self._writer, self._readers):
            await asyncio.to_thread(lane.threads.shutdown)
            lane.engine.dispose()

    async def _run(self, lane: Lane, work: Callable[[Unit], T]) -> T:
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(lane.threads, self._transact, lane.engine, work)

    def _transact(self, engine: Engine, work: Callable[[Unit], T]) -> T:
        try:
            with Session(engine) as session, session.begin():
                return work(make_unit(session, self._vault, self._random_bytes))
        except DBAPIError as error:
            raise refusal(error.orig) from None


def open_store(
    url: str, key_file: Path, *, random_bytes: RandomBytes, readers: int = 4, busy_ms: int = BUSY_MS
) -> Store:
    """Open a store that is migrated, with the key that belongs to it.

    NotMigratedError, or a KeyFileError: without its key a store is not opened at all.
    """
    vault = Vault(KeyFile.load(key_file), random_bytes)
    if not is_current(url):
        raise NotMigratedError
    writer = make_engine(url, read_only=False, busy_ms=busy_ms)
    _check_key(writer, vault)
    reader = make_engine(url, connections=readers, read_only=True, busy_ms=busy_ms)
    return Store(
        Lane(writer, ThreadPoolExecutor(1, "store-writer")),
        Lane(reader, ThreadPoolExecutor(readers, "store-reader")),
        vault,
        random_bytes,
    )


def _check_key(engine: Engine, vault: Vault) -> None:
    """The first key that opens a store is from then on the only one."""
    with Session(engine) as session, session.begin():
        row = session.get(SettingRow, KEY_CHECK)
        if row is None:
            session.add(SettingRow(name=KEY_CHECK, value=vault.check))
        elif not vault.fits(row.value):
            raise WrongKeyError
