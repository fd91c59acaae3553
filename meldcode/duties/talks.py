"""Step 3: talks that were planned."""

from collections.abc import Iterator
from datetime import datetime

from meldcode.case import Case
from meldcode.duties.duty import Duty, Kind, duty
from meldcode.parts_talks import Talk
from meldcode.people import Audience
from meldcode.policy import Policy
from meldcode.schooldays import SchoolCalendar


def talks(case: Case, policy: Policy, calendar: SchoolCalendar) -> Iterator[Duty]:
    """What came of it is asked the next school day; that it is over, at once (domain.md row 26)."""
    for talk in case.talks:
        if not talk.settled:
            day = calendar.add(talk.on, 1)
            yield duty(Kind.TALK_RECORD, day, Audience.HOLDER, calendar, talk.id)
        if talk.ahead and talk.near:
            at = talk.over_by(policy.talk_minutes, calendar)
            yield _check_in(talk, at, Audience.OWNER, talk.near)
            if talk.near != case.holder:
                yield _check_in(talk, at, Audience.HOLDER)


def _check_in(talk: Talk, at: datetime, to: Audience, person: str | None = None) -> Duty:
    """Nobody told that the talk is over: who stays near and the holder hear it now."""
    return Duty(Kind.CHECK_IN, f"{Kind.CHECK_IN}:{talk.id}:{to}", at, to, person)
