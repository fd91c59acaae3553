"""Hands that change: before the summer, and when somebody turns out to have left."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from meldcode.breaks import Break, breaks
from meldcode.case import Case
from meldcode.duties.duty import Duty, Kind, Rung, duty, ladder
from meldcode.people import Audience
from meldcode.policy import Policy
from meldcode.schooldays import SchoolCalendar

RECENT = timedelta(days=90)
"""Whoever was named less than this before the summer was named for after it."""

LAST_WEEK = 5

NO_HOLDER = (
    Rung(Kind.NO_HOLDER, 0, (Audience.HOLDER, Audience.DEPUTY, Audience.AANDACHTSFUNCTIONARIS)),
    Rung(Kind.NO_HOLDER, 1, (Audience.DIRECTOR,)),
)
NO_FOLLOWER = (
    Rung(Kind.NO_FOLLOWER, 0, (Audience.HOLDER,)),
    Rung(Kind.NO_FOLLOWER, 1, (Audience.DEPUTY, Audience.AANDACHTSFUNCTIONARIS)),
)


def left(case: Case, calendar: SchoolCalendar) -> Iterator[Duty]:
    """A case gets an owner within one school day, and a child somebody who sees it."""
    change = case.handover
    if change.holder_left and case.holder is None:
        yield from _search(change.holder_left, NO_HOLDER, calendar)
    if change.looker_left:
        yield from _search(change.looker_left, NO_FOLLOWER, calendar)


def _search(since: datetime, rungs: tuple[Rung, ...], calendar: SchoolCalendar) -> Iterator[Duty]:
    yield from ladder(calendar.add(calendar.today(since), 0), rungs, calendar)


def summer(case: Case, now: datetime, policy: Policy, calendar: SchoolCalendar) -> Iterator[Duty]:
    """Before the summer vacation the holder says who sees the child after it (feature 110)."""
    if case.raised_at is None or case.read_at is None:
        return
    since = calendar.today(now) - RECENT
    for one in breaks(calendar, since):
        if one.summer and calendar.today(case.raised_at) <= one.last and not _arranged(case, one):
            yield from _ask(one, policy, calendar)


def _arranged(case: Case, summer: Break) -> bool:
    named = case.handover.named_at
    return named is not None and named.date() > summer.last - RECENT


def _ask(summer: Break, policy: Policy, calendar: SchoolCalendar) -> Iterator[Duty]:
    """Some weeks before, in the last week, and once more when the school is back."""
    before = calendar.add(summer.last, -policy.summer_days)
    for day in sorted({before, calendar.add(summer.last, -LAST_WEEK)}):
        yield duty(Kind.SUMMER, day, Audience.HOLDER, calendar)
    for to in (Audience.HOLDER, Audience.AANDACHTSFUNCTIONARIS):
        yield duty(Kind.SUMMER, summer.back, to, calendar)
