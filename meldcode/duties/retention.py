"""What an ended case asks for: a term that runs out, or whether the child is still at school."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from meldcode.breaks import breaks
from meldcode.case import Case
from meldcode.duties.duty import Duty, Kind, duty
from meldcode.parts import Status
from meldcode.people import Audience
from meldcode.policy import Policy
from meldcode.retention import expires, held, left_on, years
from meldcode.schooldays import SchoolCalendar

YEAR = timedelta(days=366)
CARE = (Audience.HOLDER, Audience.AANDACHTSFUNCTIONARIS)


def terms(case: Case, policy: Policy, calendar: SchoolCalendar) -> Iterator[Duty]:
    """A warning before the term is over and a word on the day itself; it erases nothing.

    A withdrawn case is nobody's to look into, so nobody is called to it.
    """
    day = expires(case, policy)
    if day is None or held(case) or case.status is not Status.CLOSED:
        return
    over = calendar.add(day, 0)
    for when in (calendar.add(over, -policy.erase_warning), over):
        for to in CARE:
            yield duty(Kind.EXPIRES, when, to, calendar, day.isoformat())


def leaving(case: Case, now: datetime, policy: Policy, calendar: SchoolCalendar) -> Iterator[Duty]:
    """After each summer it is asked once if the child is still at school: terms run from then."""
    since = case.keeping.asked_at or case.keeping.ended_at
    if left_on(case) or years(case, policy) is None or since is None:
        return
    if case.status is Status.CLOSED:
        yield from _after_summer(max(since, now - YEAR), calendar)


def _after_summer(since: datetime, calendar: SchoolCalendar) -> Iterator[Duty]:
    for one in breaks(calendar, calendar.today(since)):
        if one.summer:
            yield duty(Kind.STILL_HERE, one.back, Audience.HOLDER, calendar)
