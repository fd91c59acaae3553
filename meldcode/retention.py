"""How long a case is kept, and when it may be erased.

A suspicion that proved wrong is kept for a shorter time (domain.md, feature 106), once the board
has confirmed for how long. No clock erases: a term that is over only lets a person decide.
"""

from datetime import date

from meldcode.case import Case
from meldcode.choices import Grounds
from meldcode.choices_rights import ErasureGround
from meldcode.parts import Status
from meldcode.policy import Policy
from meldcode.refusal import Refusal


def short(case: Case) -> bool:
    """Whether the case carries the mark of a short time; opened again, it no longer does."""
    return case.status is Status.CLOSED and case.grounds is Grounds.UNFOUNDED


def years(case: Case, policy: Policy) -> int | None:
    """For how many years an ended case is kept: after the child left, or after it was taken back.

    None while it goes on, and while no term was confirmed.
    """
    if case.status is Status.WITHDRAWN:
        return policy.retention_withdrawn
    terms = {
        Grounds.RESOLVED: policy.retention_resolved,
        Grounds.UNFOUNDED: policy.retention_unfounded,
        Grounds.HANDED_OVER: policy.retention_handed_over,
    }
    return terms[case.grounds] if case.grounds else None


def left_on(case: Case) -> date | None:
    """When the child left the school: as was looked up, or else as a move was reported."""
    if case.keeping.asked_at or case.move is None:
        return case.keeping.left
    return case.move.on


def expires(case: Case, policy: Policy) -> date | None:
    """The first day on which the case need not be kept any longer.

    None while it goes on, no term was confirmed, or nobody said when the child left. What was taken
    back nobody looks into, so nobody says when that child left: its term runs from that day.
    """
    term = years(case, policy)
    since = _withdrawn_on(case) if case.status is Status.WITHDRAWN else left_on(case)
    return _later(since, term) if term is not None and since else None


def _withdrawn_on(case: Case) -> date | None:
    return case.keeping.ended_at.date() if case.keeping.ended_at else None


def _later(day: date, count: int) -> date:
    """The same day some years on; after 29 February that is 1 March in most years."""
    try:
        return day.replace(year=day.year + count)
    except ValueError:
        return date(day.year + count, 3, 1)


def held(case: Case) -> Refusal | None:
    """What forbids erasing, whatever the ground (domain.md R10)."""
    if not case.ended:
        return Refusal("err.keep.open")
    if case.keeping.holds:
        return Refusal("err.keep.hold")
    return Refusal("err.keep.request") if any(one.open for one in case.requests) else None


def order(case: Case, person: str) -> tuple[ErasureGround, str] | None:
    """On what ground, and on whose decision, `person` may now carry out an erasure.

    Of what was taken back nobody knows but the one who told: once its term is over, the decision is
    hers alone. None where nobody has decided.
    """
    if case.status is Status.WITHDRAWN:
        return ErasureGround.TERM, person
    decided = case.keeping.order
    return (decided.ground, decided.decider) if decided else None


def erasable(case: Case, ground: ErasureGround, today: date, policy: Policy) -> Refusal | None:
    """Why the case may not be erased on this ground today; None if it may."""
    if ground is ErasureGround.REQUEST:
        asked = any(one.erases for one in case.requests)
        return held(case) or (None if asked else Refusal("err.keep.no_request", "ground"))
    day = expires(case, policy)
    over = day is not None and day <= today
    return held(case) or (None if over else Refusal("err.keep.term", "ground"))
