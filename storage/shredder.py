"""The order in which a case is erased, so that a crash at any moment leaves it erased or whole."""

from collections.abc import Sequence
from contextlib import suppress

from sqlmodel import Session, col, delete, select

from storage.engine import one_transaction, scrub
from storage.erasing import (
    TOUCHED,
    TRACES,
    ErasedCase,
    ErasedCases,
    Erasure,
    from_record,
    remove,
    stubs,
    to_record,
)
from storage.errors import StoreBusyError
from storage.keystore import scrub_keys
from storage.places import Places
from storage.signed import SignedFile
from storage.tables import SettingRow
from storage.tables_aside import ErasedCaseRow
from storage.vault import Vault


class Shredder:
    def __init__(self, places: Places, vault: Vault) -> None:
        self._places = places
        self._vault = vault
        self._ledger = SignedFile(places.erased)

    def erase(self, session: Session, erasures: Sequence[Erasure]) -> tuple[ErasedCase, ...]:
        """Within a writing transaction, which keeps every other writer out."""
        found = stubs(session, erasures)
        if found:
            # From here on it will happen, whatever becomes of this process.
            self._ledger.append(map(to_record, found), self._vault.signing)
            self._vault.shred([case.case_id for case in found])
            remove(session, found)
        return found

    def replay(self) -> None:
        """Erase once more what a crash or an older backup left; BrokenProofError.

        Of a case that the database does not know, only a key can have come back.
        """
        cases = [from_record(one) for one in self._ledger.read(self._vault.signing.public_key())]
        returned = self._vault.known(case.case_id for case in cases)
        self._vault.shred(returned)
        if returned:
            scrub_keys(self._places)
        with one_transaction(self._places.url, read_only=False) as connection:
            session = Session(connection)
            done = set(session.exec(select(ErasedCaseRow.case_id)))
            remove(session, [case for case in cases if case.case_id not in done])
            left = session.get(SettingRow, TRACES) is not None
        if left:
            self.try_scrub()

    def try_scrub(self) -> None:
        """As `scrub`, unless somebody reads meanwhile, as a backup does; then another time."""
        with suppress(StoreBusyError):
            self.scrub()

    def scrub(self) -> None:
        """Leave no trace in the files; StoreBusyError if another process reads them."""
        with one_transaction(self._places.url, read_only=True) as connection:
            before = ErasedCases(Session(connection)).count()
        scrub_keys(self._places)
        scrub(self._places.url, TOUCHED)
        with one_transaction(self._places.url, read_only=False) as connection:
            session = Session(connection)
            # What another process erased meanwhile may have left traces again.
            if ErasedCases(session).count() == before:
                session.exec(delete(SettingRow).where(col(SettingRow.name) == TRACES))
