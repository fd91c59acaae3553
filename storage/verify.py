"""Whether anything in the store was changed, taken away or put back; no master key is needed."""

from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from sqlmodel import Session, SQLModel, col, func, select, text

from storage.chain import GENESIS, first_broken
from storage.checkpoints import access_digest, counting, heads, holds, standing
from storage.engine import one_transaction
from storage.erasing import KEPT
from storage.errors import BrokenProofError, MalformedPublicKeyError
from storage.places import Places
from storage.signed import NOTHING, Record, SignedFile
from storage.snapshot import Progress
from storage.tables import ERASED, AccessLineRow, CaseEventRow, CaseRow
from storage.tables_aside import ErasedCaseRow
from storage.verified import Head, Verified
from storage.walls import BOARD_WIDE, apart

TOGETHER = 200
"""Cases whose entries are read at once."""

CHANGES = {"sqlite": ("update", "delete"), "postgresql": ("update", "delete", "truncate")}
GUARDS = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
    # One that is switched off, or could be by a setting, guards nothing.
    "postgresql": "SELECT tgname FROM pg_trigger WHERE tgenabled = 'A'",
}


def untold(_what: str, _done: int, _total: int) -> None:
    """For who does not want to know how far it is."""


@dataclass(frozen=True, slots=True)
class Report:
    """What was looked at, and a sentence about the first broken link; None if there is none."""

    cases: int
    entries: int
    looks: int
    erased: int
    checkpoints: int
    broken: str | None


@dataclass(frozen=True, slots=True)
class _Look:
    session: Session
    checkpoints: tuple[Record, ...]
    ledger: tuple[Record, ...]
    hashes: list[str]
    tell: Progress
    verified: Verified

    def code(self, case_id: str) -> str:
        row = self.session.get(CaseRow, case_id)
        return row.code if row else "that is gone"


def parse_public_key(content: str) -> Ed25519PublicKey:
    """From 64 hexadecimal digits; MalformedPublicKeyError."""
    try:
        return Ed25519PublicKey.from_public_bytes(bytes.fromhex(content.strip()))
    except ValueError:
        raise MalformedPublicKeyError from None


def verify(
    places: Places,
    key: Ed25519PublicKey,
    tell: Progress = untold,
    verified: Verified | None = None,
) -> Report:
    """Check every chain, signature and guard. `key` is that of the checkpoints.

    Chains that are in `verified` are not read again; those that are found whole are added to it.
    """
    with one_transaction(places.url, read_only=True) as connection:
        return examine(Session(connection), places, key, tell, verified)


def examine(
    session: Session,
    places: Places,
    key: Ed25519PublicKey,
    tell: Progress = untold,
    verified: Verified | None = None,
) -> Report:
    """As `verify`, within a transaction: also what is not there for others yet."""
    try:
        look = _Look(
            session,
            tuple(SignedFile(places.checkpoints).read(key)),
            tuple(SignedFile(places.erased).read(key)),
            [NOTHING, *SignedFile(places.erased).hashes()],
            tell,
            verified or Verified(places.verified),
        )
    except BrokenProofError as error:
        return _report(_Look(session, (), (), [], tell, Verified(places.verified)), str(error))
    with closing(_broken(look)) as broken:
        return _report(look, next(broken, None))


def _report(look: _Look, broken: str | None) -> Report:
    def count(model: type[CaseRow | CaseEventRow | AccessLineRow]) -> int:
        return look.session.exec(select(func.count()).select_from(model)).one()

    return Report(
        cases=count(CaseRow),
        entries=count(CaseEventRow),
        looks=count(AccessLineRow),
        erased=len(look.ledger),
        checkpoints=len(look.checkpoints),
        broken=broken,
    )


def _broken(look: _Look) -> Generator[str]:
    """Every broken link, a sentence each."""
    for check in CHECKS:
        yield from check(look)


def _guards(look: _Look) -> Iterator[str]:
    database = look.session.get_bind().dialect.name
    found = set(look.session.connection().execute(text(GUARDS[database])).scalars())
    for table in sorted(KEPT):
        for change in CHANGES[database]:
            if f"{table}_no_{change}" not in found:
                yield f"The guard against {change} on {table} is missing."


def _walls(look: _Look) -> Iterator[str]:
    if look.session.get_bind().dialect.name == "postgresql":
        walled = apart(look.session.connection())
        for table in sorted(SQLModel.metadata.tables.keys() - walled - BOARD_WIDE.keys()):
            yield f"The wall between schools in {table} is missing."


def _chains(look: _Look) -> Iterator[str]:
    counts = dict(look.session.exec(select(CaseRow.id, CaseRow.version)).all())
    now = heads(look.session)
    ids = sorted(counts.keys() | now.keys())
    for since in range(0, len(ids), TOGETHER):
        part = ids[since : since + TOGETHER]
        for case_id, entries in _unread(look, part, now, counts):
            broken = first_broken(entries, counts.get(case_id))
            if broken is not None:
                yield f"Entry {broken} of case {look.code(case_id)} is broken."
            elif case_id in now:
                look.verified.add(case_id, now[case_id])
        look.tell("cases checked", since + len(part), len(ids))


def _unread(
    look: _Look, part: list[str], now: Mapping[str, Head], counts: Mapping[str, int]
) -> Iterator[tuple[str, list[CaseEventRow]]]:
    """The entries of those that were not found whole before as they are now."""
    nothing: Head = (0, GENESIS)
    unread = [
        case_id
        for case_id in part
        if now.get(case_id, nothing)[0] != counts.get(case_id)
        or not look.verified.holds(case_id, now.get(case_id, nothing))
    ]
    query = select(CaseEventRow).where(col(CaseEventRow.case_id).in_(unread))
    rows = look.session.exec(query.order_by(col(CaseEventRow.case_id), col(CaseEventRow.seq)))
    found = {case_id: list(rows) for case_id, rows in groupby(rows, attrgetter("case_id"))}
    look.session.expunge_all()
    return ((case_id, found.get(case_id, [])) for case_id in unread)


def _signed(look: _Look) -> Iterator[str]:
    """Against every checkpoint that no restored backup undid, not only the last."""
    for number, record in counting(look.checkpoints):
        for case_id, (seq, last) in sorted(record["cases"].items()):
            if not holds(look.session, case_id, (seq, bytes.fromhex(last))):
                code = look.code(case_id)
                yield f"Entry {seq} of case {code} is not what checkpoint {number} signed."


def _looks(look: _Look) -> Iterator[str]:
    before = standing(()).access
    for number, record in counting(look.checkpoints):
        last, digest = record["access"]
        if access_digest(look.session, before, last) != (last, digest):
            between = f"between lines {before[0]} and {last}"
            yield f"The access log {between} is not what checkpoint {number} signed."
        before = (last, digest)


def _erasures(look: _Look) -> Iterator[str]:
    """That the ledger has not become shorter, and that it and the stubs say the same."""
    for number, record in enumerate(look.checkpoints, 1):
        if record["erased"] not in look.hashes:
            yield f"The ledger of erasures is shorter than when checkpoint {number} was signed."
    known = {record["case_id"] for record in look.ledger}
    for row in look.session.exec(select(ErasedCaseRow)):
        if row.case_id not in known:
            yield f"The ledger of erasures misses case {row.code}."
    for case_id in sorted(known):
        case = look.session.get(CaseRow, case_id)
        if case is not None and case.status != ERASED:
            yield f"Case {case.code} was erased and is there again."


CHECKS: tuple[Callable[[_Look], Iterator[str]], ...] = (
    _guards,
    _walls,
    _chains,
    _signed,
    _looks,
    _erasures,
)
