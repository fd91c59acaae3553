"""Requests about the record: whoever asked gets an answer within the days for it."""

from collections.abc import Iterator

from meldcode.case import Case
from meldcode.duties.duty import Duty, Kind, duty
from meldcode.people import Audience
from meldcode.schooldays import SchoolCalendar

CARE = (Audience.HOLDER, Audience.AANDACHTSFUNCTIONARIS)
LAST_DAYS = 5
"""In school days: enough to still make a copy."""


def requests(case: Case, calendar: SchoolCalendar) -> Iterator[Duty]:
    """Halfway, in the last week, and on the last day, when the director hears too."""
    for one in case.requests:
        if one.open:
            made = one.made
            half = calendar.add(made.on + (made.until - made.on) / 2, 0)
            last = calendar.add(made.until, -1)
            rungs = ((half, CARE), (calendar.add(made.until, -LAST_DAYS), CARE))
            told = (*rungs, (last, (*CARE, Audience.DIRECTOR)))
            # In a vacation two of these can fall on one school day.
            for day, to in dict.fromkeys((day, to) for day, audience in told for to in audience):
                yield duty(Kind.REQUEST, day, to, calendar, one.id)
