"""What is due in a case, for whom and when; computed anew after every change.

Each duty has a key that names its occasion, so that one that has been sent is never sent again.
Duties carry no content: they only say that somebody must look.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from meldcode.case import Case
from meldcode.parts import Agreement
from meldcode.people import Audience
from meldcode.policy import Policy
from meldcode.schooldays import SchoolCalendar


class Kind(StrEnum):
    """What a duty reminds of; each has a text in the catalogues."""

    SIGNAL_WAITS = "signal_waits"
    FOLLOW_FIRST = "follow_first"
    FOLLOW_SECOND = "follow_second"
    FOLLOW_THIRD = "follow_third"
    FOLLOW_LAST = "follow_last"
    AGREEMENT = "agreement"
    HOLIDAY = "holiday"
    AGENDA = "agenda"
    OUTCOME = "outcome"


OWN_ENVELOPE = frozenset({Kind.FOLLOW_FIRST, Kind.AGENDA})
"""Kinds that get an envelope of their own; all others wait for the person's digest."""

HOLIDAY_SEARCH = 90
HOLIDAY_DAYS = 7


@dataclass(frozen=True, slots=True)
class Duty:
    """Somebody must look at `at`; `person` is set when `to` alone does not say who."""

    kind: Kind
    key: str
    at: datetime
    to: Audience
    person: str | None = None

    @property
    def digest(self) -> bool:
        return self.kind not in OWN_ENVELOPE


@dataclass(frozen=True, slots=True)
class _Rung:
    kind: Kind
    days: int
    to: tuple[Audience, ...]


def duties(case: Case, now: datetime, policy: Policy, calendar: SchoolCalendar) -> tuple[Duty, ...]:
    """All duties of `case`, past and coming, none when it has ended."""
    if case.ended:
        return ()
    return (
        *_signal(case, policy, calendar),
        *_following(case, policy, calendar),
        *_agreements(case, policy, calendar),
        *_holiday(case, now, calendar),
    )


def meeting_duties(
    meeting: str, on: date, policy: Policy, calendar: SchoolCalendar
) -> tuple[Duty, ...]:
    """The chair gets the agenda before the meeting, and a word after it to record what came out."""
    before = tuple(
        _duty(Kind.AGENDA, calendar.add(on, -days), Audience.CHAIR, calendar, meeting)
        for days in policy.agenda_days
    )
    after = _duty(Kind.OUTCOME, calendar.add(on, 1), Audience.CHAIR, calendar, meeting)
    return (*before, after)


def _signal(case: Case, policy: Policy, calendar: SchoolCalendar) -> Iterator[Duty]:
    """A signal that nobody holds goes on to the deputy and then to those above (domain.md R9).

    Who answers it holds it from then on.
    """
    if case.raised_at is None or case.holder:
        return
    anchor = calendar.today(case.raised_at)
    term = policy.answer_term
    rungs = (
        _Rung(Kind.SIGNAL_WAITS, term, (Audience.HOLDER,)),
        _Rung(Kind.SIGNAL_WAITS, term + 1, (Audience.DEPUTY,)),
        _Rung(Kind.SIGNAL_WAITS, term + 2, (Audience.AANDACHTSFUNCTIONARIS, Audience.DIRECTOR)),
    )
    yield from _ladder(anchor, rungs, calendar)


def _following(case: Case, policy: Policy, calendar: SchoolCalendar) -> Iterator[Duty]:
    """Who sees the child is asked first; an ignored look climbs (texts.md 3.6)."""
    if case.next_check is None:
        return
    rungs = (
        _Rung(Kind.FOLLOW_FIRST, 0, (Audience.RAISER,)),
        _Rung(Kind.FOLLOW_SECOND, policy.follow_second, (Audience.RAISER, Audience.HOLDER)),
        _Rung(Kind.FOLLOW_THIRD, policy.follow_third, (Audience.HOLDER, Audience.DEPUTY)),
        _Rung(
            Kind.FOLLOW_LAST,
            policy.follow_last,
            (Audience.AANDACHTSFUNCTIONARIS, Audience.DIRECTOR),
        ),
    )
    yield from _ladder(calendar.add(case.next_check, 0), rungs, calendar)


def _agreements(case: Case, policy: Policy, calendar: SchoolCalendar) -> Iterator[Duty]:
    for made in case.agreements:
        if not made.kept:
            yield from _agreement(made, policy, calendar)


def _agreement(made: Agreement, policy: Policy, calendar: SchoolCalendar) -> Iterator[Duty]:
    for days, to in ((0, Audience.OWNER), (policy.follow_second, Audience.HOLDER)):
        day = calendar.add(made.due, days)
        person = made.owner if to is Audience.OWNER else None
        yield _duty(Kind.AGREEMENT, day, to, calendar, made.id, person)


def _holiday(case: Case, now: datetime, calendar: SchoolCalendar) -> Iterator[Duty]:
    """Before a week or more without school: nobody will see the child then."""
    if case.next_check is None:
        return
    thursday = _before_holiday(calendar.today(now), calendar)
    if thursday is not None:
        for to in (Audience.RAISER, Audience.HOLDER):
            yield _duty(Kind.HOLIDAY, thursday, to, calendar)


def _before_holiday(today: date, calendar: SchoolCalendar) -> date | None:
    """The last school day but one before the next long holiday, a Thursday as a rule."""
    day = today
    while (day - today).days < HOLIDAY_SEARCH:
        following, eve = calendar.add(day, 1), calendar.add(day, -1)
        if (following - day).days > HOLIDAY_DAYS and eve >= today:
            return eve
        day = following
    return None


def _ladder(anchor: date, rungs: Iterable[_Rung], calendar: SchoolCalendar) -> Iterator[Duty]:
    for rung in rungs:
        day = calendar.add(anchor, rung.days)
        for to in rung.to:
            yield _duty(rung.kind, day, to, calendar, anchor.isoformat())


def _duty(
    kind: Kind,
    day: date,
    to: Audience,
    calendar: SchoolCalendar,
    occasion: str = "",
    person: str | None = None,
) -> Duty:
    key = ":".join(part for part in (kind, occasion, day.isoformat(), to) if part)
    return Duty(kind, key, calendar.slot_on(day), to, person)
