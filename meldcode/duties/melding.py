"""Step 5 and after: a melding that is owed, parents who must hear of it, word of Veilig Thuis."""

from collections.abc import Iterator
from datetime import datetime

from meldcode.case import Case
from meldcode.choices_melding import Informing
from meldcode.duties.duty import Duty, Kind, Rung, duty, ladder
from meldcode.owing import melding_owed
from meldcode.people import Audience
from meldcode.policy import Policy
from meldcode.schooldays import SchoolCalendar

ABOVE = (Audience.AANDACHTSFUNCTIONARIS, Audience.DIRECTOR)


def meldings(case: Case, policy: Policy, calendar: SchoolCalendar) -> Iterator[Duty]:
    owed = melding_owed(case)
    if owed:
        yield from _owed(owed, calendar)
    yield from _parents(case, policy, calendar)
    if case.melding.feedback_by:
        day = calendar.add(case.melding.feedback_by, 0)
        rungs = (
            Rung(Kind.FEEDBACK, 0, (Audience.HOLDER,)),
            Rung(Kind.FEEDBACK, policy.follow_second, (Audience.HOLDER, Audience.DEPUTY)),
            Rung(Kind.FEEDBACK, policy.follow_last, ABOVE),
        )
        yield from ladder(day, rungs, calendar)


def _owed(since: datetime, calendar: SchoolCalendar) -> Iterator[Duty]:
    """A melding cannot wait, so it climbs a rank each school day."""
    rungs = (
        Rung(Kind.MELDING, 1, (Audience.HOLDER,)),
        Rung(Kind.MELDING, 2, (Audience.HOLDER, Audience.DEPUTY)),
        Rung(Kind.MELDING, 3, ABOVE),
    )
    yield from ladder(calendar.today(since), rungs, calendar)


def _parents(case: Case, policy: Policy, calendar: SchoolCalendar) -> Iterator[Duty]:
    """Whoever agreed to tell the parents does so; never somebody unknown to them (R6)."""
    melding = case.melding
    if melding.told or not melding.planned_at or not melding.informs or not melding.plan:
        return
    if melding.plan.parents is Informing.NOT:
        return
    since = calendar.today(melding.planned_at)
    for days, to in ((1, Audience.OWNER), (policy.follow_second, Audience.HOLDER)):
        person = melding.informs if to is Audience.OWNER else None
        day, occasion = calendar.add(since, days), since.isoformat()
        yield duty(Kind.TELL_PARENTS, day, to, calendar, occasion, person)
