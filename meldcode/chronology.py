"""When things happened, apart from when they were written down (domain.md row 59)."""

from collections.abc import Iterable
from datetime import date

from meldcode.case import Case
from meldcode.events import Entry
from meldcode.schooldays import SchoolCalendar


def happened_on(case: Case, entry: Entry) -> date | None:
    """The day on which it happened, if that was said; a talk or an advice always has one."""
    mark = case.record.mark(entry.seq)
    on: date | None = mark.on if mark else getattr(entry.event, "on", None)
    return on


def by_event(
    case: Case, entries: Iterable[Entry], calendar: SchoolCalendar
) -> tuple[tuple[date, Entry], ...]:
    """The entries with their days, what happened first on top; the rest by day of writing."""
    dated = ((happened_on(case, one) or calendar.today(one.at), one) for one in entries)
    return tuple(sorted(dated, key=lambda pair: (pair[0], pair[1].seq)))
