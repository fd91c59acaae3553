import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from storage.errors import TamperedError
from storage.unit import Unit
from tests.storage.builders import DAY, MINUTE, NOW, Place

pytestmark = pytest.mark.both_databases

TYPED = {"text": "she is often hungry", "when": None, "asks": True, "who": ["ib"]}
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=5,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(st.text(), JSON))
def test_a_draft_comes_back_as_it_was_typed(unit: Unit, values: dict[str, object]) -> None:
    """Whatever a form can hold is kept, and the last save counts."""
    unit.drafts.save("teacher", "signal", TYPED, NOW + DAY)
    unit.drafts.save("teacher", "signal", values, NOW + DAY)

    assert unit.drafts.load("teacher", "signal", NOW) == values


def test_half_a_character_is_kept_too(unit: Unit) -> None:
    """Text that could not be stored as an event is not lost while it is a draft."""
    unit.drafts.save("teacher", "signal", {"text": "\ud800"}, NOW + DAY)

    assert unit.drafts.load("teacher", "signal", NOW) == {"text": "\ud800"}


def test_a_draft_belongs_to_one_person_and_one_form(unit: Unit) -> None:
    """Nobody else, and no other form, sees what was typed."""
    unit.drafts.save("teacher", "signal", TYPED, NOW + DAY)

    assert unit.drafts.load("ib", "signal", NOW) is None
    assert unit.drafts.load("teacher", "answer", NOW) is None


def test_a_draft_ends(unit: Unit) -> None:
    """A draft can be loaded up to its last moment and is then as good as gone."""
    unit.drafts.save("teacher", "signal", TYPED, NOW + DAY)

    assert unit.drafts.load("teacher", "signal", NOW + DAY - MINUTE) == TYPED
    assert unit.drafts.load("teacher", "signal", NOW + DAY) is None


def test_ended_drafts_are_deleted(unit: Unit) -> None:
    """Purging deletes what has ended and keeps the rest."""
    unit.drafts.save("teacher", "signal", TYPED, NOW + DAY)
    unit.drafts.save("teacher", "answer", TYPED, NOW + 2 * DAY)

    assert unit.drafts.purge(NOW + DAY) == 1
    assert unit.drafts.purge(NOW + DAY) == 0
    assert unit.drafts.load("teacher", "answer", NOW + DAY) == TYPED


def test_a_sent_form_leaves_no_draft(unit: Unit) -> None:
    """Dropping a draft deletes it; dropping one that is not there is no fault."""
    unit.drafts.save("teacher", "signal", TYPED, NOW + DAY)
    unit.drafts.drop("teacher", "signal")
    unit.drafts.drop("teacher", "signal")

    assert unit.drafts.load("teacher", "signal", NOW) is None


def test_a_moved_draft_does_not_open(place: Place) -> None:
    """A draft that was put under another person's name is refused."""
    with place.unit() as unit:
        unit.drafts.save("teacher", "signal", TYPED, NOW + DAY)
    place.sql("UPDATE draft SET person_id = 'ib'")

    with place.unit() as unit, pytest.raises(TamperedError):
        unit.drafts.load("ib", "signal", NOW)
