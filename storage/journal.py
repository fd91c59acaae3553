"""The events of a case: appended, encrypted, chained (`storage.chain`), never changed."""

import json
from collections.abc import Sequence

from sqlmodel import Session, col, select

from meldcode.events import Entry
from storage.chain import GENESIS, entry_hash, first_broken, moment
from storage.codec import decode, encode
from storage.sql import insert
from storage.tables import CaseEventRow, CaseRow
from storage.vault import Cipher, Place, Vault


class Journal:
    def __init__(self, session: Session, vault: Vault) -> None:
        self._session = session
        self._vault = vault
        self._ciphers: dict[str, Cipher] = {}

    def begin(self, case_id: str) -> None:
        """Give a new case its own key."""
        self._ciphers[case_id] = self._vault.new_case(case_id)

    def append(self, case_id: str, school: str, entries: Sequence[Entry]) -> None:
        """Add entries, at least one, whose numbers follow those already there."""
        cipher, last = self._cipher(case_id), self._hash_before(case_id, entries[0].seq)
        rows = []
        for entry in entries:
            row = _row(case_id, entry, last)
            row.body = cipher.seal(encode(entry.event), _place(row, school))
            row.hash = last = entry_hash(row)
            rows.append(row)
        insert(self._session, *rows)

    def load(self, case_id: str, school: str) -> tuple[Entry, ...]:
        """Every entry in order; TamperedError or UnreadableEventError if one does not open."""
        rows = self._rows(case_id)
        if not rows:
            return ()
        cipher = self._cipher(case_id)
        return tuple(_entry(row, school, cipher) for row in rows)

    def verify(self, case_id: str) -> int | None:
        """The number of the first entry that was changed, moved or taken away; None if whole."""
        case = self._session.get(CaseRow, case_id)
        return first_broken(self._rows(case_id), case.version if case else None)

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
    told = json.dumps([moment(row), row.by, row.prev_hash.hex()])
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
