"""Signed statements of how the store stood, kept outside it.

A chain alone does not show that its end was cut off, or that all of it was written anew. A
checkpoint says of every case that grew how long it was and what its last hash was, of the access
log and of the ledger of erasures how far they were. It names ids and hashes, and nothing of a case.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from itertools import islice

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlmodel import Session, col, func, select

from storage.chain import GENESIS, first_broken
from storage.columns import utc
from storage.errors import BrokenChainError
from storage.places import Places
from storage.private import write_private
from storage.signed import NOTHING, Record, SignedFile
from storage.tables import AccessLineRow, CaseEventRow
from storage.verified import Head

BATCH = 1000


@dataclass(frozen=True, slots=True)
class Standing:
    """What checkpoints say together; `access` is the last line and the digest up to it."""

    heads: Mapping[str, Head] = field(default_factory=dict)
    access: tuple[int, str] = (0, NOTHING)
    erased: str = NOTHING

    def then(self, record: Record) -> "Standing":
        number, digest = record["access"]
        heads = {case: (seq, bytes.fromhex(last)) for case, (seq, last) in record["cases"].items()}
        return Standing({**self.heads, **heads}, (number, digest), record["erased"])


def counting(records: Sequence[Record]) -> list[tuple[int, Record]]:
    """The checkpoints that a store must still fit, with their numbers.

    A restored backup says how many it fits; what was signed between that one and it was lost.
    """
    found: list[tuple[int, Record]] = []
    for number, record in enumerate(records, 1):
        if "restored" in record:
            found = counting(records[: record["restored"]])
        found.append((number, record))
    return found


def standing(records: Iterable[Record]) -> Standing:
    found = Standing()
    for _number, record in counting(tuple(records)):
        found = found.then(record)
    return found


def write(session: Session, places: Places, key: Ed25519PrivateKey, at: datetime) -> bool:
    """Sign how the store stands; False if nothing was added since the last time.

    BrokenChainError if something was taken away or changed since: that is not signed.
    BrokenProofError, UnwritableProofError.
    """
    before = standing(SignedFile(places.checkpoints).read(key.public_key()))
    record = _record(session, places, before, at)
    if record is None:
        return False
    SignedFile(places.checkpoints).append([record], key)
    _publish(places, key)
    return True


def write_restored(
    session: Session, places: Places, key: Ed25519PrivateKey, at: datetime, kept: int
) -> None:
    """Sign that a backup was put back which fits the first `kept` checkpoints; raises as `write`.

    Without this line the store would seem to have lost what came after the backup unseen.
    """
    file = SignedFile(places.checkpoints)
    before = standing(islice(file.read(key.public_key()), kept))
    record = _record(session, places, before, at) or _told_again(before, at)
    file.append([{**record, "restored": kept}], key)


def _record(session: Session, places: Places, before: Standing, at: datetime) -> Record | None:
    grown = _grown(session, before.heads)
    access = access_digest(session, before.access)
    erased = SignedFile(places.erased).last_hash()
    if (grown, access, erased) == ({}, before.access, before.erased):
        return None
    cases = {case: (seq, last.hex()) for case, (seq, last) in grown.items()}
    return {"at": utc(at).isoformat(), "cases": cases, "access": access, "erased": erased}


def _told_again(before: Standing, at: datetime) -> Record:
    return {
        "at": utc(at).isoformat(),
        "cases": {},
        "access": before.access,
        "erased": before.erased,
    }


def _grown(session: Session, before: Mapping[str, Head]) -> dict[str, Head]:
    """The heads that are new; BrokenChainError if what was signed is not there any more."""
    now = heads(session)
    for case_id in sorted(before.keys() | now.keys()):
        old, new = before.get(case_id, (0, GENESIS)), now.get(case_id, (0, GENESIS))
        if old != new and (broken := _broken_since(session, case_id, old, new)) is not None:
            raise BrokenChainError(case_id, broken)
    return {case_id: head for case_id, head in now.items() if before.get(case_id) != head}


def _broken_since(session: Session, case_id: str, old: Head, new: Head) -> int | None:
    if old[0] and not holds(session, case_id, old):
        return old[0]
    query = select(CaseEventRow).where(CaseEventRow.case_id == case_id, CaseEventRow.seq > old[0])
    return first_broken(session.exec(query.order_by(col(CaseEventRow.seq))), new[0], old)


def holds(session: Session, case_id: str, head: Head) -> bool:
    """Whether a case still has this entry with this hash."""
    row = session.get(CaseEventRow, (case_id, head[0]))
    return row is not None and row.hash == head[1]


def heads(session: Session) -> dict[str, Head]:
    """Of every case, also of those that were erased."""
    last = select(CaseEventRow.case_id, func.max(CaseEventRow.seq).label("seq"))
    found = last.group_by(CaseEventRow.case_id).subquery()
    query = select(CaseEventRow.case_id, CaseEventRow.seq, CaseEventRow.hash).join(
        found,
        (col(CaseEventRow.case_id) == found.c.case_id) & (col(CaseEventRow.seq) == found.c.seq),
    )
    return {case_id: (seq, last_hash) for case_id, seq, last_hash in session.exec(query)}


def access_digest(
    session: Session, after: tuple[int, str], until: int | None = None
) -> tuple[int, str]:
    """The number of the last line of the access log, and the digest of all lines up to it.

    `after` is the same for an earlier line, `until` the number of the last line that counts.
    """
    number, digest = after
    query = select(AccessLineRow).where(col(AccessLineRow.id) > number)
    if until is not None:
        query = query.where(col(AccessLineRow.id) <= until)
    query = query.order_by(col(AccessLineRow.id)).execution_options(yield_per=BATCH)
    for row in session.exec(query):
        number, digest = row.id or 0, sha256(digest.encode() + _told(row)).hexdigest()
    return number, digest


def _told(row: AccessLineRow) -> bytes:
    # Without what is empty: a column that a later version adds leaves old digests as they are.
    values = row.model_dump(exclude_none=True) | {"at": utc(row.at).isoformat()}
    return json.dumps(values, sort_keys=True).encode()


def public_text(key: Ed25519PrivateKey) -> str:
    return key.public_key().public_bytes_raw().hex()


def _publish(places: Places, key: Ed25519PrivateKey) -> None:
    if not places.public_key.exists():
        write_private(places.public_key, f"{public_text(key)}\n".encode())
