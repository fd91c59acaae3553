"""Step 6: the looks that were agreed, the holidays in which nobody can look, and aftercare."""

from collections.abc import Iterator
from datetime import date, datetime

from meldcode.breaks import breaks
from meldcode.case import Case
from meldcode.choices import CareFor
from meldcode.duties.duty import Duty, Kind, Rung, duty, ladder
from meldcode.events import AftercareDone, Decided
from meldcode.people import Audience
from meldcode.policy import Policy
from meldcode.schooldays import SchoolCalendar


def looks(case: Case, policy: Policy, calendar: SchoolCalendar) -> Iterator[Duty]:
    """Who sees the child is asked first; an ignored look climbs (texts.md 3.6)."""
    if case.next_check is None:
        return
    looker = _looker(case, case.next_check)
    rungs = (
        Rung(Kind.FOLLOW_FIRST, 0, (looker,)),
        Rung(Kind.FOLLOW_SECOND, policy.follow_second, (looker, Audience.HOLDER)),
        Rung(Kind.FOLLOW_THIRD, policy.follow_third, (Audience.HOLDER, Audience.DEPUTY)),
        Rung(
            Kind.FOLLOW_LAST,
            policy.follow_last,
            (Audience.AANDACHTSFUNCTIONARIS, Audience.DIRECTOR),
        ),
    )
    yield from ladder(calendar.add(case.next_check, 0), rungs, calendar)


def idle(case: Case, policy: Policy, calendar: SchoolCalendar) -> Iterator[Duty]:
    """A case that somebody holds and in which nothing happens any more does not die silently.

    Waiting for a meeting is no silence.
    """
    if case.holder is None or case.next_check:
        return
    term = policy.idle_term
    rungs = (
        Rung(Kind.IDLE, term, (Audience.HOLDER,)),
        Rung(Kind.IDLE, term + policy.follow_second, (Audience.DEPUTY,)),
        Rung(Kind.IDLE, term + policy.follow_third, (Audience.AANDACHTSFUNCTIONARIS,)),
    )
    meetings = (item.meeting_on for item in case.items if not item.handled)
    yield from ladder(max((calendar.today(case.entries[-1].at), *meetings)), rungs, calendar)


def colleague(case: Case, policy: Policy, calendar: SchoolCalendar) -> Iterator[Duty]:
    """Some days after a decision somebody asks how the teacher is (feature 111)."""
    decided = _decided_at(case)
    if decided is None or case.raised_by == case.holder:
        return
    on = calendar.today(decided)
    day = calendar.add(on, policy.colleague_days)
    yield duty(Kind.ASK_COLLEAGUE, day, Audience.HOLDER, calendar, on.isoformat())


def _decided_at(case: Case) -> datetime | None:
    """When was last decided, if nobody has cared for the teacher since."""
    for entry in reversed(case.entries):
        match entry.event:
            case AftercareDone(whom=CareFor.TEACHER):
                return None
            case Decided():
                return entry.at
    return None


def holiday(case: Case, now: datetime, calendar: SchoolCalendar) -> Iterator[Duty]:
    """Before a week or more without school: nobody will see the child then.

    On the last school day but one, a Thursday as a rule; who is followed since then, or could not
    be told, is told on the last.
    """
    if case.next_check is None:
        return
    for coming in breaks(calendar, calendar.today(now)):
        thursday = calendar.add(coming.last, -1)
        for to in (_looker(case, coming.last), Audience.HOLDER):
            yield duty(Kind.HOLIDAY, thursday, to, calendar)


def _looker(case: Case, day: date) -> Audience:
    return Audience.FOLLOWER if case.handover.follows_on(day) else Audience.RAISER
