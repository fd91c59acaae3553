"""Whether anything in the store was changed, taken away or put back; no master key is needed."""

from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from sqlmodel import Session, SQLModel, col, func, select, text

from storage.chain import first_broken
from storage.checkpoints import BATCH, access_digest, counting, holds, standing
from storage.engine import one_transaction
from storage.erasing import KEPT
from storage.errors import BrokenProofError, MalformedPublicKeyError
from storage.places import Places
from storage.signed import NOTHING, Record, SignedFile
from storage.tables import ERASED, AccessLineRow, CaseEventRow, CaseRow
from storage.tables_aside import ErasedCaseRow
from storage.walls import BOARD_WIDE, apart

CHANGES = {"sqlite": ("update", "delete"), "postgresql": ("update", "delete", "truncate")}
GUARDS = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
    # One that is switched off, or could be by a setting, guards nothing.
    "postgresql": "SELECT tgname FROM pg_trigger WHERE tgenabled = 'A'",
}


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

    def code(self, case_id: str) -> str:
        row = self.session.get(CaseRow, case_id)
        return row.code if row else "that is gone"


def parse_public_key(content: str) -> Ed25519PublicKey:
    """From 64 hexadecimal digits; MalformedPublicKeyError."""
    try:
        return Ed25519PublicKey.from_public_bytes(bytes.fromhex(content.strip()))
    except ValueError:
        raise MalformedPublicKeyError from None


def verify(places: Places, key: Ed25519PublicKey) -> Report:
    """Check every chain, signature and guard. `key` is that of the checkpoints."""
    with one_transaction(places.url, read_only=True) as connection:
        return examine(Session(connection), places, key)


def examine(session: Session, places: Places, key: Ed25519PublicKey) -> Report:
    """As `verify`, within a transaction: also what is not there for others yet."""
    try:
        look = _Look(
            session,
            tuple(SignedFile(places.checkpoints).read(key)),
            tuple(SignedFile(places.erased).read(key)),
            [NOTHING, *SignedFile(places.erased).hashes()],
        )
    except BrokenProofError as error:
        return _report(_Look(session, (), (), []), str(error))
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
    query = select(CaseEventRow).order_by(col(CaseEventRow.case_id), col(CaseEventRow.seq))
    # Closed, for nobody asks for more than the first broken link.
    with closing(look.session.exec(query.execution_options(yield_per=BATCH))) as rows:
        for case_id, entries in groupby(rows, attrgetter("case_id")):
            broken = first_broken(entries, counts.pop(case_id, None))
            if broken is not None:
                yield f"Entry {broken} of case {look.code(case_id)} is broken."
    for case_id in sorted(case_id for case_id, count in counts.items() if count):
        yield f"Entry 1 of case {look.code(case_id)} is broken."


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
