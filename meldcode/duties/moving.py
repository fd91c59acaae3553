"""A child that leaves: until somebody said what was done about it, it is asked every day."""

from collections.abc import Iterator

from meldcode.case import Case
from meldcode.duties.duty import Duty, Kind, Rung, ladder
from meldcode.people import Audience
from meldcode.schooldays import SchoolCalendar

CARE = (Audience.HOLDER, Audience.AANDACHTSFUNCTIONARIS)
RUNGS = (
    Rung(Kind.MOVE, 0, CARE),
    Rung(Kind.MOVE, 1, (*CARE, Audience.DEPUTY)),
    Rung(Kind.MOVE, 2, (*CARE, Audience.DIRECTOR)),
)


def moves(case: Case, calendar: SchoolCalendar) -> Iterator[Duty]:
    if case.move is None or case.move.handled:
        return
    first = calendar.add(calendar.today(case.move.reported_at), 0)
    yield from ladder(first, RUNGS, calendar)
