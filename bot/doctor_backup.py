"""How old the last backup is, and whether copies of keys are kept for too long."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from bot.finding import Finding
from storage.backup import DATA, KEYS, Shelf, made_at

NAME = "backup"
LATE = timedelta(days=2)
"""One that is made every night may be missed once."""

REPAIR = "Make one now with: wegwijzer backup - and let the machine do so every night."


def examine_backups(shelf: Shelf, now: datetime) -> Iterator[Finding]:
    """A backup that was never made is no error on the first day, so that is only worth a look."""
    last = shelf.newest(DATA)
    if last is None or shelf.newest(KEYS) is None:
        yield Finding(NAME, ok=None, says="is not there", repair=REPAIR)
        return
    age = max(now - made_at(last), timedelta())
    says = f"is {age.days} days and {age.seconds // 3600} hours old"
    yield Finding(NAME, ok=age <= LATE, says=says, repair=REPAIR)
    if old := shelf.outdated(now):
        says = f"hold keys for longer than {shelf.days} days: {len(old)}"
        repair = "Throw these away, for they undo erasures: wegwijzer backup does so."
        yield Finding("backups of keys", ok=False, says=says, repair=repair)
