"""Step 2: questions that wait for somebody's answer."""

from collections.abc import Iterator

from meldcode.case import Case
from meldcode.duties.duty import Duty, Kind, duty
from meldcode.people import Audience
from meldcode.policy import Policy
from meldcode.schooldays import SchoolCalendar


def consults(case: Case, policy: Policy, calendar: SchoolCalendar) -> Iterator[Duty]:
    """The person asked is reminded once; after that the holder, who may ask somebody else."""
    for one in case.consults:
        if one.open:
            later = calendar.add(one.until, policy.follow_second)
            yield duty(Kind.CONSULT, one.until, Audience.OWNER, calendar, one.id, one.person)
            yield duty(Kind.CONSULT, later, Audience.HOLDER, calendar, one.id)
