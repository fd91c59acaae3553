"""How long a case is kept, as far as that depends on how it ended.

A suspicion that proved wrong is kept for a shorter time (domain.md, feature 106), once the board
has confirmed for how long.
"""

from meldcode.case import Case
from meldcode.choices import Grounds
from meldcode.parts import Status
from meldcode.policy import Policy


def short(case: Case) -> bool:
    """Whether the case carries the mark of a short time; opened again, it no longer does."""
    return case.status is Status.CLOSED and case.grounds is Grounds.UNFOUNDED


def years(case: Case, policy: Policy) -> int | None:
    """For how many years after the child has left the school an ended case is kept.

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
