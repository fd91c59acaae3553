"""The ZBO: agreements that were made there, and the meetings themselves."""

from collections.abc import Iterator
from datetime import date

from meldcode.case import Case
from meldcode.duties.duty import Duty, Kind, duty
from meldcode.parts import Agreement, Item
from meldcode.people import Audience
from meldcode.policy import Policy
from meldcode.schooldays import SchoolCalendar

TOO_OFTEN = 2
"""How often an item may be put off before somebody is asked to deal with it."""


def agreements(case: Case, policy: Policy, calendar: SchoolCalendar) -> Iterator[Duty]:
    for made in case.agreements:
        if not made.kept:
            yield from _agreement(made, policy, calendar)


def _agreement(made: Agreement, policy: Policy, calendar: SchoolCalendar) -> Iterator[Duty]:
    for days, to in ((0, Audience.OWNER), (policy.follow_second, Audience.HOLDER)):
        day = calendar.add(made.due, days)
        person = made.owner if to is Audience.OWNER else None
        yield duty(Kind.AGREEMENT, day, to, calendar, made.id, person)


def items(case: Case, calendar: SchoolCalendar) -> Iterator[Duty]:
    """An item that keeps moving on must be dealt with (domain.md row 105)."""
    for item in case.items:
        if item.put_off >= TOO_OFTEN and not item.handled:
            yield from _put_off(item, calendar)


def _put_off(item: Item, calendar: SchoolCalendar) -> Iterator[Duty]:
    """Whoever holds the case can still look for an earlier way; the chair sees that it is taken."""
    since = calendar.today(item.moved[-1].until)
    last = calendar.add(item.meeting_on, -1)
    yield duty(Kind.PUT_OFF, calendar.add(since, 1), Audience.HOLDER, calendar, item.id)
    yield duty(Kind.PUT_OFF, last, Audience.CHAIR, calendar, item.id)


def meeting_duties(
    meeting: str, on: date, policy: Policy, calendar: SchoolCalendar
) -> tuple[Duty, ...]:
    """The chair gets the agenda before the meeting, and a word after it to record what came out.

    The members get the agenda once, when it first goes to the chair.
    """
    before = tuple(
        duty(Kind.AGENDA, calendar.add(on, -days), Audience.CHAIR, calendar, meeting)
        for days in policy.agenda_days
    )
    first = calendar.add(on, -max(policy.agenda_days))
    members = duty(Kind.AGENDA, first, Audience.MEMBER, calendar, meeting)
    after = duty(Kind.OUTCOME, calendar.add(on, 1), Audience.CHAIR, calendar, meeting)
    return (*before, members, after)
