"""Small parts in a case that somebody has for a while, without any other part in it.

They end by themselves: a question with its answer, a talk when it is over, a weighing when it
is confirmed, and everything when the case ends.
"""

from collections.abc import Iterator
from datetime import date

from meldcode.case import Case
from meldcode.parts_circle import Guest
from meldcode.parts_consultation import Consult
from meldcode.parts_signing import Unsigned
from meldcode.parts_talks import Talk
from meldcode.people import Person


def talks_of(case: Case, person: str) -> tuple[Talk, ...]:
    """The talks to come in which this person takes part, stays near or helps to prepare."""
    if case.ended:
        return ()
    return tuple(talk for talk in case.talks if talk.ahead and person in talk.people)


def consult_of(case: Case, person: str) -> Consult | None:
    """The question that this person is asked now; there is one at a time."""
    waiting = (one for one in case.consults if one.open and one.person == person)
    return None if case.ended else next(waiting, None)


def guest_of(case: Case, person: Person) -> Guest | None:
    """The invitation that this person has on their day; it ends with the case."""
    mine = (one for one in case.circle.guests if one.person == person.id)
    return None if case.ended else next((one for one in mine if person.on <= one.until), None)


def signs(case: Case, person: str) -> Unsigned | None:
    """The weighing in which this person took part and that waits for a second to confirm it."""
    waits = None if case.ended else case.unsigned
    return waits if waits and person in waits.people else None


def asides(case: Case) -> dict[str, date]:
    """Person id -> the first day on which they have something to do in the case."""
    found: dict[str, date] = {}
    for person, day in () if case.ended else _days(case):
        if person not in case.circle.excluded:
            found[person] = min(found.get(person, day), day)
    return found


def _days(case: Case) -> Iterator[tuple[str, date]]:
    yield from ((one.person, one.until) for one in case.consults if one.open)
    for talk in case.talks:
        if talk.ahead:
            yield from ((person, talk.on) for person in talk.people)
    if case.unsigned:
        yield from ((person, case.unsigned.at.date()) for person in case.unsigned.people)
