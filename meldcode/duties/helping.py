"""Step 6: at the end of its term somebody looks whether help works."""

from collections.abc import Iterator
from datetime import date

from meldcode.case import Case
from meldcode.duties.duty import Duty, Kind, duty
from meldcode.people import Audience
from meldcode.policy import Policy
from meldcode.schooldays import SchoolCalendar


def terms(case: Case, policy: Policy, calendar: SchoolCalendar) -> Iterator[Duty]:
    """The holder first; if nobody looks it climbs as a missed look does (texts.md 3.6)."""
    for one in case.helps:
        if one.running:
            yield from _term(one.id, one.until, policy, calendar)


def _term(help_id: str, until: date, policy: Policy, calendar: SchoolCalendar) -> Iterator[Duty]:
    above = (Audience.AANDACHTSFUNCTIONARIS, Audience.DIRECTOR)
    rungs = (
        (0, (Audience.HOLDER,)),
        (policy.follow_second, (Audience.HOLDER, Audience.DEPUTY)),
        (policy.follow_last, above),
    )
    for days, audience in rungs:
        day = calendar.add(calendar.add(until, 0), days)
        for to in audience:
            yield duty(Kind.HELP_TERM, day, to, calendar, help_id)
