"""Step 1: a signal that waits."""

from collections.abc import Iterator
from datetime import timedelta

from meldcode.case import Case
from meldcode.choices import Urgency
from meldcode.duties.duty import Duty, Kind, Rung, ladder
from meldcode.people import Audience
from meldcode.policy import Policy
from meldcode.schooldays import SchoolCalendar

ABOVE = (Audience.DEPUTY, Audience.AANDACHTSFUNCTIONARIS, Audience.DIRECTOR)
ACUTE_RUNGS = ((1, ABOVE), (4, (Audience.HOLDER, *ABOVE)))
"""After so many times the board's minutes: with its fifteen that is all within the hour."""


def waiting(case: Case, policy: Policy, calendar: SchoolCalendar) -> Iterator[Duty]:
    """A signal that nobody holds goes on to the deputy and then to those above (domain.md R9).

    Who answers it holds it from then on; a holder who left is missed in another way.
    """
    if case.raised_at is None or case.holder or case.handover.holder_left:
        return
    anchor = calendar.today(case.raised_at)
    term = policy.answer_term
    rungs = (
        Rung(Kind.SIGNAL_WAITS, term, (Audience.HOLDER,)),
        Rung(Kind.SIGNAL_WAITS, term + 1, (Audience.DEPUTY,)),
        Rung(Kind.SIGNAL_WAITS, term + 2, (Audience.AANDACHTSFUNCTIONARIS, Audience.DIRECTOR)),
    )
    yield from ladder(anchor, rungs, calendar)


def acute(case: Case, policy: Policy) -> Iterator[Duty]:
    """Danger that nobody takes up climbs by the minute, at any hour of any day."""
    raised = case.signal
    if raised is None or case.raised_at is None or raised.urgency is not Urgency.NOW:
        return
    if case.holder or case.handover.holder_left:
        return
    for times, people in ACUTE_RUNGS:
        at = case.raised_at + timedelta(minutes=times * policy.acute_minutes)
        for to in people:
            yield Duty(Kind.ACUTE, f"{Kind.ACUTE}:{times}:{to}", at, to)
