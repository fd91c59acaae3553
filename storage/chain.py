"""The chain of a case: every event holds the hash of the one before it, over what is stored.

No key is needed to check it, so it can be checked after the key of the case was destroyed too.
"""

from collections.abc import Iterable
from datetime import UTC
from hashlib import sha256

from storage.tables import CaseEventRow

GENESIS = bytes(32)
"""What stands in for the hash before the first event."""


def moment(row: CaseEventRow) -> str:
    return row.at.astimezone(UTC).isoformat(timespec="microseconds")


def entry_hash(row: CaseEventRow) -> bytes:
    """Over the hash before, and each field with its length."""
    texts = (row.case_id, str(row.seq), moment(row), row.by)
    parts = (*map(str.encode, texts), row.body)
    chained = b"".join(len(part).to_bytes(4) + part for part in parts)
    return sha256(row.prev_hash + chained).digest()


def first_broken(
    rows: Iterable[CaseEventRow], count: int | None, after: tuple[int, bytes] = (0, GENESIS)
) -> int | None:
    """The number of the first entry that was changed, moved or taken away; None if whole.

    `count` is how many there should be, `after` the number and hash behind which `rows` begin.
    """
    seq, last = after
    for row in rows:
        seq += 1
        if row.seq != seq or row.prev_hash != last or row.hash != entry_hash(row):
            return seq
        last = row.hash
    return None if seq == count else seq + 1
