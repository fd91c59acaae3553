"""Who takes part in a case beside its school's care team and chair, for lists of their own."""

from meldcode.access import Relation
from meldcode.case import Case

Participant = tuple[str, Relation]
"""A person id, and as what they take part."""


def participants(case: Case) -> frozenset[Participant]:
    """Whoever finds the case on Home: never who is kept out, an owner while something is open."""
    owners = {(made.owner, Relation.OWNER) for made in case.agreements if not made.kept}
    follower = case.handover.follower
    followers = {(follower, Relation.FOLLOWER)} if follower else set()
    found = owners | followers
    return frozenset(one for one in found if one[0] not in case.circle.excluded)
