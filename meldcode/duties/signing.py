"""What one person wrote and no second has confirmed yet."""

from collections.abc import Iterator

from meldcode.case import Case
from meldcode.duties.duty import Duty, Kind, duty
from meldcode.parts_signing import Signed, Unsigned
from meldcode.people import Audience
from meldcode.policy import Policy
from meldcode.schooldays import SchoolCalendar


def unsigned(case: Case, policy: Policy, calendar: SchoolCalendar) -> Iterator[Duty]:
    """On the next school day those who can confirm it; of a weighing later the holder.

    Of a closing nobody hears later than that: a closed case falls silent again.
    """
    waits = case.unsigned
    if waits is None or (case.ended and waits.kind is Signed.WEIGHING):
        return
    on, kind = calendar.today(waits.at), Kind.COUNTERSIGN
    first, later = calendar.add(on, 1), calendar.add(on, 1 + policy.follow_second)
    if waits.kind is Signed.CLOSING:
        yield duty(kind, first, Audience.SECOND, calendar, waits.id, waits.by)
        return
    for person in _there(case, waits):
        yield duty(kind, first, Audience.OWNER, calendar, f"{waits.id}:{person}", person)
    yield duty(kind, later, Audience.HOLDER, calendar, waits.id)


def _there(case: Case, waits: Unsigned) -> tuple[str, ...]:
    """Those who took part and are not kept out of the case since (R11)."""
    return tuple(one for one in waits.people if one not in case.circle.excluded)
