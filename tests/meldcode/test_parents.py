from dataclasses import replace

from meldcode import events
from meldcode.choices_parents import Known, MayHear
from meldcode.refusal import Refusal
from meldcode.rules.parents import MOST
from tests.builders import PARENT, ask, play, taken

FATHER = replace(PARENT, parent="father", who="Father", authority=Known.UNKNOWN)


def test_a_parent_is_put_right_by_a_new_entry() -> None:
    """The last word about a parent counts, in the place of the first; the journal keeps both."""
    all_of_it = replace(PARENT, may_hear=MayHear.EVERYTHING, reason=None)
    case = play(taken(), PARENT, FATHER, all_of_it)

    assert [(one.who, one.may_hear) for one in case.parents] == [
        ("Mother", MayHear.EVERYTHING),
        ("Father", MayHear.OWN),
    ]
    assert [isinstance(one.event, events.ParentRecorded) for one in case.entries[-3:]] == [True] * 3
    assert case.parts[-2:] == ("parent", "father")


def test_the_same_once_more_changes_nothing() -> None:
    """A form that is sent twice leaves one entry."""
    assert ask(play(taken(), PARENT), PARENT) == ()


def test_a_full_card_can_still_be_put_right() -> None:
    """One more is refused, and a change of one that is there is not."""
    full = play(taken(), *(replace(PARENT, parent=f"p{number}") for number in range(MOST)))

    assert ask(full, FATHER) == Refusal("err.parents_full", "who")
    assert not isinstance(ask(full, replace(FATHER, parent="p1")), Refusal)


def test_who_may_hear_everything_needs_no_reason() -> None:
    """A reason is asked where something is kept from a parent."""
    everything = replace(PARENT, may_hear=MayHear.EVERYTHING, reason=None)

    assert not isinstance(ask(taken(), everything), Refusal)
