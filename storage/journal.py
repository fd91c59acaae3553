"""The events of a case: appended, encrypted, chained, never changed.

Each row holds the hash of the one before it. The hash covers the ciphertext, so that the chain can
be checked without any key, also when the case's key has been destroyed.
"""

import json
from collections.abc import Sequence
from datetime import UTC
from hashlib import sha256

from sqlmodel import Session, col, select

from meldcode.events import Entry
from storage.codec import decode, encode
from storage.sql import insert
from storage.tables import CaseEventRow, CaseRow
from storage.vault import Cipher, Place, Vault

GENESIS = bytes(32)
"""What stands in for the hash before the first event."""


class Journal:
    def __init__(self, session: Session, vault: Vault) -> None:
        self._session = session
        self._vault = vault
        self._ciphers: dict[str, Cipher] = {}

    def begin(self, case_id: str) -> None:
        """Give a new case its own key."""
        self._vault.new_case(case_id)

    def append(self, case_id: str, school: str, entries: Sequence[Entry]) -> None:
        """Add entries, at least one, whose numbers follow those already there."""
        cipher, last = self._cipher(case_id), self._hash_before(case_id, entries[0].seq)
        for entry in entries:
            row = _row(case_id, entry, last)
            row.body = cipher.seal(encode(entry.event), _place(row, school))
            row.hash = _hash(row)
            insert(self._session, row)
            last = row.hash

    def load(self, case_id: str, school: str) -> tuple[Entry, ...]:
        """Every entry in order; TamperedError or UnreadableEventError if one does not open."""
        rows = self._rows(case_id)
        if not rows:
            return ()
        cipher = self._cipher(case_id)
        return tuple(_entry(row, school, cipher) for row in rows)

    def verify(self, case_id: str) -> int | None:
        """The number of the first entry that was changed, moved or taken away; None if whole."""
        last, expected = GENESIS, 1
        for row in self._rows(case_id):
            if row.seq != expected or row.prev_hash != last or row.hash != _hash(row):
                return expected
            last, expected = row.hash, expected + 1
        case = self._session.get(CaseRow, case_id)
        whole = case is not None and case.version == expected - 1
        return None if whole else expected

    def _rows(self, case_id: str) -> list[CaseEventRow]:
        query = select(CaseEventRow).where(CaseEventRow.case_id == case_id)
        return list(self._session.exec(query.order_by(col(CaseEventRow.seq))))

    def _cipher(self, case_id: str) -> Cipher:
        if case_id not in self._ciphers:
            self._ciphers[case_id] = self._vault.case_cipher(case_id)
        return self._ciphers[case_id]

    def _hash_before(self, case_id: str, seq: int) -> bytes:
        if seq == 1:
            return GENESIS
        query = select(CaseEventRow.hash).where(
            CaseEventRow.case_id == case_id, CaseEventRow.seq == seq - 1
        )
        return self._session.exec(query).one()


def _place(row: CaseEventRow, school: str) -> Place:
    """Bound to who wrote it, when and after what: nobody without the key can write history anew."""
    told = json.dumps([_moment(row), row.by, row.prev_hash.hex()])
    return Place(row.case_id, "case_event", "body", str(row.seq), school, told)


def _row(case_id: str, entry: Entry, last: bytes) -> CaseEventRow:
    return CaseEventRow(
        case_id=case_id,
        seq=entry.seq,
        at=entry.at,
        by=entry.by,
        body=b"",
        prev_hash=last,
        hash=b"",
    )


def _entry(row: CaseEventRow, school: str, cipher: Cipher) -> Entry:
    event = decode(cipher.open(row.body, _place(row, school)))
    return Entry(row.seq, row.at, row.by, event)


def _moment(row: CaseEventRow) -> str:
    return row.at.astimezone(UTC).isoformat(timespec="microseconds")


def _hash(row: CaseEventRow) -> bytes:
    texts = (row.case_id, str(row.seq), _moment(row), row.by)
    parts = (*map(str.encode, texts), row.body)
    chained = b"".join(len(part).to_bytes(4) + part for part in parts)
    return sha256(row.prev_hash + chained).digest()
