"""Which screens those find who have a small part in a case."""

from dialogs import registry
from dialogs.conversations.chronology import OLDER, TIMELINE
from meldcode.access import ACTION_OF, ALLOWED, LIMITED, Relation, relations
from meldcode.commands import RaiseSignal
from tests.dialogs.desks import cases, desks
from tests.dialogs.filled import FILLED
from tests.dialogs.reading import actions


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
    assert set(registry.REACH) == set(Relation) - {Relation.CARE}


def test_nobody_opens_a_form_that_they_cannot_send() -> None:
    """Neither the one who told nor the chair gets an empty form of the care team."""
    for relation, reach in registry.REACH.items():
        kinds = LIMITED if relation in LIMITED else {relation}
        able = {action for one in kinds for action in ALLOWED[one]}
        asked = {type(FILLED[name][1]) for name in reach if name in FILLED} - {RaiseSignal}

        assert {one for one in asked if ACTION_OF[one] not in able} == set()


def test_every_button_that_somebody_sees_leads_somewhere() -> None:
    """What is on a screen of theirs is in the reach of one of their relations."""
    for case in cases().values():
        for at in desks(case):
            found = relations(at.room.viewer, case)
            if Relation.CARE not in found:
                reach = frozenset().union(*(registry.REACH[one] for one in found))
                shown = {*actions(registry.SCREENS["open"](at))} & set(registry.SCREENS)

                assert shown <= reach, (at.relation, shown - reach)
