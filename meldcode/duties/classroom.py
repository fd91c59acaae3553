"""Step 2: observations in class that were planned."""

from collections.abc import Iterator

from meldcode.case import Case
from meldcode.duties.duty import Duty, Kind, duty
from meldcode.people import Audience
from meldcode.policy import Policy
from meldcode.schooldays import SchoolCalendar


def visits(case: Case, policy: Policy, calendar: SchoolCalendar) -> Iterator[Duty]:
    """On the day itself for who observes; the holder hears if nothing was written down."""
    for one in case.visits:
        if not one.settled:
            later = calendar.add(one.on, policy.follow_second)
            kind = Kind.CLASS_OBSERVATION
            yield duty(kind, one.on, Audience.OWNER, calendar, one.id, one.observer)
            yield duty(kind, later, Audience.HOLDER, calendar, one.id)
