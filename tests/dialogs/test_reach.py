"""Which screens those find who have a small part in a case."""

from dialogs import registry
from dialogs.conversations.chronology import OLDER, TIMELINE
from meldcode.access import LIMITED, Relation


def test_the_reach_of_a_part_is_small() -> None:
    """An owner opens one screen; a next teacher what she needs to look and to write."""
    assert registry.REACH[Relation.OWNER] == {"open"}
    assert registry.REACH[Relation.FOLLOWER] <= set(registry.SCREENS)
    assert registry.REACH[Relation.MEMBER] == {"open"}
    assert registry.REACH[Relation.GUEST] == {"open", *OLDER, "answer", "correct"}
    assert {registry.REACH[relation] for relation in LIMITED} == {
        frozenset({"open", "consult_answer"})
    }
    assert registry.REACH[Relation.EMERGENCY] == {"open", *TIMELINE}
    small = {Relation.OWNER, Relation.MEMBER, Relation.FOLLOWER, Relation.GUEST}
    assert set(registry.REACH) == {*small, Relation.EMERGENCY, *LIMITED}
