"""What is still in the hands of somebody who is kept out of a case; others must take it over."""

from collections.abc import Iterator
from enum import StrEnum

from meldcode.case import Case


class Hands(StrEnum):
    """What somebody has in hand."""

    AGREEMENT = "agreement"
    CONSULT = "consult"
    VISIT = "visit"
    TALK = "talk"
    GUEST = "guest"
    HELP = "help"
    MELDING = "melding"


def left_open(case: Case) -> tuple[tuple[str, Hands], ...]:
    """Person id and what they have in hand, each once; only of those who are kept out."""
    found = () if case.ended else dict.fromkeys(_in_hand(case))
    return tuple(one for one in found if one[0] in case.circle.excluded)


def _in_hand(case: Case) -> Iterator[tuple[str, Hands]]:
    melding = case.melding
    yield from ((made.owner, Hands.AGREEMENT) for made in case.agreements if not made.kept)
    yield from ((one.person, Hands.CONSULT) for one in case.consults if one.open)
    yield from ((one.observer, Hands.VISIT) for one in case.visits if not one.settled)
    yield from ((who, Hands.TALK) for talk in case.talks if talk.ahead for who in talk.people)
    yield from (
        (who, Hands.GUEST) for item in case.items if not item.handled for who in item.guests
    )
    yield from ((one.manager, Hands.HELP) for one in case.helps if one.running and one.manager)
    if not melding.done:
        yield from ((who, Hands.MELDING) for who in (melding.reporter, melding.informs) if who)
