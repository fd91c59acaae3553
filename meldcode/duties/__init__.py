"""What is due in a case, for whom and when; computed anew after every change.

Each duty has a key that names its occasion, so that one that has been sent is never sent again.
Duties carry no content: they only say that somebody must look.
"""

from collections.abc import Iterator
from datetime import datetime

from meldcode.case import Case
from meldcode.duties import (
    classroom,
    colleagues,
    following,
    handover,
    helping,
    melding,
    moving,
    retention,
    rights,
    signal,
    signing,
    talks,
    zbo,
)
from meldcode.duties.duty import AFTER_THE_END, AT_ONCE, OWN_ENVELOPE, PRESSING, Duty, Kind
from meldcode.duties.zbo import meeting_duties
from meldcode.policy import Policy
from meldcode.schooldays import SchoolCalendar

__all__ = [
    "AFTER_THE_END",
    "AT_ONCE",
    "OWN_ENVELOPE",
    "PRESSING",
    "Duty",
    "Kind",
    "duties",
    "meeting_duties",
]


def duties(case: Case, now: datetime, policy: Policy, calendar: SchoolCalendar) -> tuple[Duty, ...]:
    """All duties of `case`, past and coming, the most pressing kinds last."""
    if case.ended:
        return tuple(_after_the_end(case, now, policy, calendar))
    return (
        *following.idle(case, policy, calendar),
        *following.colleague(case, policy, calendar),
        *handover.summer(case, now, policy, calendar),
        *signal.waiting(case, policy, calendar),
        *following.looks(case, policy, calendar),
        *colleagues.consults(case, policy, calendar),
        *classroom.visits(case, policy, calendar),
        *talks.talks(case, policy, calendar),
        *signing.unsigned(case, policy, calendar),
        *zbo.agreements(case, policy, calendar),
        *zbo.items(case, calendar),
        *melding.meldings(case, policy, calendar),
        *helping.terms(case, policy, calendar),
        *following.holiday(case, now, calendar),
        *handover.left(case, calendar),
        *rights.requests(case, calendar),
        *moving.moves(case, calendar),
        *signal.acute(case, policy),
    )


def _after_the_end(
    case: Case, now: datetime, policy: Policy, calendar: SchoolCalendar
) -> Iterator[Duty]:
    """An ended case is silent, but for a closing to confirm, who asks about it, and its term."""
    yield from retention.leaving(case, now, policy, calendar)
    yield from retention.terms(case, policy, calendar)
    yield from rights.requests(case, calendar)
    yield from signing.unsigned(case, policy, calendar)
