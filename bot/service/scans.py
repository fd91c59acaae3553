"""What the self-scans came to: counts, kept by day, and told to the privacy officer."""

from collections.abc import Mapping
from datetime import date, timedelta

from bot.service.tools import Work
from storage.outbox import OutboxMessage
from storage.unit import Unit

SELFSCAN = "selfscan"
FROM_HOUR = 6
"""In the night others work: backups, updates."""

LOOK_BACK = 14

Counts = Mapping[str, int]


def is_due(work: Work) -> bool:
    """Once a day; at most one try an hour, until one has succeeded."""
    hour = work.now.astimezone(work.tools.zone).hour
    if hour < FROM_HOUR or work.unit.receipts.result(_key(work.today)):
        return False
    return work.unit.receipts.claim(f"{_key(work.today)}:{hour}", work.now)


def keep(work: Work, counts: Counts, *, clean: bool) -> None:
    """Keep the counts, and tell the privacy officer at once if they are not clean."""
    work.unit.receipts.claim(_key(work.today), work.now)
    told = " ".join(f"{name}:{count}" for name, count in counts.items())
    work.unit.receipts.finish(_key(work.today), told)
    if not clean:
        _tell(work)


def latest(work: Work) -> tuple[date, Counts] | None:
    """The newest result and its day."""
    return last(work.unit, work.today)


def last(unit: Unit, today: date) -> tuple[date, Counts] | None:
    """The same, for who has no more than the store."""
    for ago in range(LOOK_BACK):
        day = today - timedelta(days=ago)
        if told := unit.receipts.result(_key(day)):
            pairs = (one.split(":") for one in told.split())
            return day, {name: int(count) for name, count in pairs}
    return None


def _tell(work: Work) -> None:
    person = work.unit.people.by_email(work.tools.privacy_officer, work.today)
    if person is None:
        return
    work.unit.outbox.put(
        OutboxMessage(
            key=f"{_key(work.today)}:{person.id}",
            person_id=person.id,
            text_key="",
            not_before=work.now,
            kind=SELFSCAN,
            threaded=False,
        )
    )


def _key(day: date) -> str:
    return f"{SELFSCAN}:{day}"
