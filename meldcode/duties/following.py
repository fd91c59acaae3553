"""Step 6: the looks that were agreed, and the holidays in which nobody can look."""

from collections.abc import Iterator
from datetime import date, datetime

from meldcode.case import Case
from meldcode.duties.duty import Duty, Kind, Rung, duty, ladder
from meldcode.people import Audience
from meldcode.policy import Policy
from meldcode.schooldays import SchoolCalendar

HOLIDAY_SEARCH = 90
HOLIDAY_DAYS = 7


def looks(case: Case, policy: Policy, calendar: SchoolCalendar) -> Iterator[Duty]:
    """Who sees the child is asked first; an ignored look climbs (texts.md 3.6)."""
    if case.next_check is None:
        return
    rungs = (
        Rung(Kind.FOLLOW_FIRST, 0, (Audience.RAISER,)),
        Rung(Kind.FOLLOW_SECOND, policy.follow_second, (Audience.RAISER, Audience.HOLDER)),
        Rung(Kind.FOLLOW_THIRD, policy.follow_third, (Audience.HOLDER, Audience.DEPUTY)),
        Rung(
            Kind.FOLLOW_LAST,
            policy.follow_last,
            (Audience.AANDACHTSFUNCTIONARIS, Audience.DIRECTOR),
        ),
    )
    yield from ladder(calendar.add(case.next_check, 0), rungs, calendar)


def holiday(case: Case, now: datetime, calendar: SchoolCalendar) -> Iterator[Duty]:
    """Before a week or more without school: nobody will see the child then."""
    if case.next_check is None:
        return
    thursday = _before_holiday(calendar.today(now), calendar)
    if thursday is not None:
        for to in (Audience.RAISER, Audience.HOLDER):
            yield duty(Kind.HOLIDAY, thursday, to, calendar)


def _before_holiday(today: date, calendar: SchoolCalendar) -> date | None:
    """The last school day but one before the next long holiday, a Thursday as a rule."""
    day = today
    while (day - today).days < HOLIDAY_SEARCH:
        following, eve = calendar.add(day, 1), calendar.add(day, -1)
        if (following - day).days > HOLIDAY_DAYS and eve >= today:
            return eve
        day = following
    return None
