"""Who takes part in a case beside its school's care team and chair, for lists of their own."""

from dataclasses import dataclass
from datetime import date

from meldcode.access import Relation
from meldcode.case import Case


@dataclass(frozen=True, slots=True)
class Participant:
    """As what somebody takes part, and up to and with which day if that ends by itself."""

    person: str
    relation: Relation
    until: date | None = None


def participants(case: Case) -> frozenset[Participant]:
    """Whoever finds the case on Home: never who is kept out, an owner while something is open."""
    owners = {Participant(made.owner, Relation.OWNER) for made in case.agreements if not made.kept}
    guests = {Participant(one.person, Relation.GUEST, one.until) for one in case.circle.guests}
    follower = case.handover.follower
    followers = {Participant(follower, Relation.FOLLOWER)} if follower else set()
    found = owners | guests | followers
    return frozenset(one for one in found if one.person not in case.circle.excluded)
