"""Which submissions were handled: a double click or a redelivery finds its first result."""

from datetime import datetime

from sqlmodel import Session, col, delete, update

from storage.sql import insert_new
from storage.tables import ReceiptRow


class Receipts:
    """Claim, work and finish in one transaction: then all of it happened, or nothing."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def claim(self, key: str, now: datetime) -> bool:
        """True for the first who comes with this key; the others ask for its `result`."""
        return insert_new(self._session, ReceiptRow(key=key, at=now), "key")

    def finish(self, key: str, result: str) -> None:
        """Keep what it came to: an id or a key, never content."""
        mine = update(ReceiptRow).where(col(ReceiptRow.key) == key)
        self._session.exec(mine.values(result=result))

    def result(self, key: str) -> str | None:
        row = self._session.get(ReceiptRow, key)
        return None if row is None else row.result

    def purge(self, before: datetime) -> int:
        """Delete receipts from before this instant; how many that were."""
        return self._session.exec(delete(ReceiptRow).where(col(ReceiptRow.at) < before)).rowcount
