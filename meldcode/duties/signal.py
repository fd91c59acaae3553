"""Step 1: a signal that waits."""

from collections.abc import Iterator

from meldcode.case import Case
from meldcode.duties.duty import Duty, Kind, Rung, ladder
from meldcode.people import Audience
from meldcode.policy import Policy
from meldcode.schooldays import SchoolCalendar


def waiting(case: Case, policy: Policy, calendar: SchoolCalendar) -> Iterator[Duty]:
    """A signal that nobody holds goes on to the deputy and then to those above (domain.md R9).

    Who answers it holds it from then on.
    """
    if case.raised_at is None or case.holder:
        return
    anchor = calendar.today(case.raised_at)
    term = policy.answer_term
    rungs = (
        Rung(Kind.SIGNAL_WAITS, term, (Audience.HOLDER,)),
        Rung(Kind.SIGNAL_WAITS, term + 1, (Audience.DEPUTY,)),
        Rung(Kind.SIGNAL_WAITS, term + 2, (Audience.AANDACHTSFUNCTIONARIS, Audience.DIRECTOR)),
    )
    yield from ladder(anchor, rungs, calendar)
