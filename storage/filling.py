"""Bring every row of a SQLite store into the empty database of a server, in steps that stay.

A mark in it says that it is not whole yet, and of what store: nobody opens it, and whoever does the
same once more goes on behind the rows that are there. The mark goes in the transaction that has
found all of it to be what the source holds.
"""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import partial

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from sqlalchemy import Connection
from sqlmodel import Session

from storage import rows
from storage.advisory import alone_on_server
from storage.engine import one_transaction
from storage.errors_copy import ChangedSourceError, FilledStoreError, OtherCopyError
from storage.migrate import migrate
from storage.places import Places
from storage.snapshot import Progress
from storage.tables import SettingRow
from storage.verify import Report, examine
from storage.version import current, refuse_newer


def is_unfinished(url: str) -> bool:
    """Whether somebody began to fill it; FilledStoreError if it holds anything else."""
    found = current(url)
    refuse_newer(found)
    if found is None:
        return False
    with one_transaction(url, read_only=True) as connection:
        if Session(connection).get(SettingRow, rows.MARK) is not None:
            return True
        if rows.total(connection):
            raise FilledStoreError
        return False


@dataclass(frozen=True, slots=True)
class Filling:
    """One at a time fills `target`; see `filling`."""

    old: Connection
    target: Places
    digest: bytes
    tell: Progress

    def fill(self) -> None:
        """Copy what is not there yet. Killed at any moment, what was copied stays."""
        counter = _Counter("rows copied", rows.total(self.old), self.tell)
        for table in rows.tables():
            with one_transaction(self.target.url, read_only=True) as new:
                there = rows.count(new, table)
            counter(there)
            with closing(rows.parts(self.old, table, there)) as parts:
                for part in parts:
                    with one_transaction(self.target.url, read_only=False) as new:
                        rows.put(new, table, part)
                    counter(len(part))

    def finish(self, key: Ed25519PublicKey) -> Report:
        """Check every chain and every row, and take the mark away; OtherCopyError."""
        with one_transaction(self.target.url, read_only=False) as new:
            counter = _Counter("rows compared", rows.total(new), self.tell)
            if rows.digest(new, counter) != self.digest:
                raise OtherCopyError
            report = examine(session := Session(new), self.target, key, self.tell)
            if report.broken:
                raise OtherCopyError(report.broken)
            rows.number_on(new)
            session.delete(session.get_one(SettingRow, rows.MARK))
            session.flush()
        return report


@contextmanager
def filling(source_url: str, target: Places, tell: Progress) -> Iterator[Filling]:
    """Begin, or go on; FilledStoreError, ChangedSourceError, BackupAtWorkError.

    Whoever would write to the source meanwhile has to wait.
    """
    with (
        alone_on_server(target.url),
        one_transaction(source_url, read_only=False) as old,
    ):
        is_unfinished(target.url)
        migrate(target)
        digest = rows.digest(old, _Counter("rows read", rows.total(old), tell))
        with one_transaction(target.url, read_only=False) as new:
            _mark(Session(new), digest)
        yield Filling(old, target, digest, tell)


def _mark(session: Session, digest: bytes) -> None:
    known = session.get(SettingRow, rows.MARK)
    if known is None:
        session.add(SettingRow(name=rows.MARK, value=digest))
        session.flush()
    elif known.value != digest:
        raise ChangedSourceError


class _Counter:
    """Tells how far something is."""

    def __init__(self, what: str, total: int, tell: Progress) -> None:
        self._tell = partial(tell, what)
        self._total = total
        self._done = 0

    def __call__(self, more: int) -> None:
        self._done += more
        self._tell(self._done, self._total)
