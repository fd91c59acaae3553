from dataclasses import replace

import pytest

from storage.errors import TamperedError
from storage.records import Slip
from storage.unit import Unit
from tests.storage.builders import DAY, MINUTE, NOW, Place

pytestmark = pytest.mark.both_databases

NOTE = Slip("slip-1", "note", "teacher", "s1", {"text": "she is often hungry"}, NOW + DAY)


def test_a_slip_comes_back_as_it_was_written(unit: Unit) -> None:
    """What is written on it, whose it is and until when; the last time counts."""
    later = replace(NOTE, body={"text": "and tired"}, expires_at=NOW + 2 * DAY, waiting=True)
    unit.slips.put(NOTE)
    unit.slips.put(later)

    assert unit.slips.get(NOTE.id, NOW) == later


def test_slips_are_found_by_whose_and_what_for(unit: Unit) -> None:
    """Each person, school and kind has its own pile, what goes first on top."""
    second = replace(NOTE, id="slip-2", expires_at=NOW + MINUTE)
    others = (
        replace(NOTE, id="slip-3", kind="advice"),
        replace(NOTE, id="slip-4", owner="other-teacher", school="s2"),
    )
    for slip in (NOTE, second, *others):
        unit.slips.put(slip)

    assert unit.slips.of_owner("teacher", "note", NOW) == (second, NOTE)
    assert unit.slips.of_school("s1", "advice", NOW) == (others[0],)
    assert unit.slips.of_school("s2", "note", NOW) == (others[1],)


def test_a_slip_has_its_time(unit: Unit) -> None:
    """At its time it is gone from every pile, also before it is purged."""
    unit.slips.put(NOTE)

    assert unit.slips.get(NOTE.id, NOW + DAY - MINUTE) == NOTE
    assert unit.slips.get(NOTE.id, NOW + DAY) is None
    assert unit.slips.of_owner("teacher", "note", NOW + DAY) == ()
    assert unit.slips.of_school("s1", "note", NOW + DAY) == ()


def test_what_has_had_its_time_is_purged(unit: Unit) -> None:
    """Purging deletes that and nothing else."""
    kept = replace(NOTE, id="slip-2", expires_at=NOW + 2 * DAY)
    unit.slips.put(NOTE)
    unit.slips.put(kept)

    assert unit.slips.purge(NOW + DAY) == 1
    assert unit.slips.purge(NOW + DAY) == 0
    assert unit.slips.get("slip-2", NOW + DAY) == kept


def test_a_slip_can_be_torn_up(unit: Unit) -> None:
    """Once dropped it is not there; dropping it again is no fault."""
    unit.slips.put(NOTE)
    unit.slips.drop(NOTE.id)
    unit.slips.drop(NOTE.id)

    assert unit.slips.get(NOTE.id, NOW) is None


def test_a_slip_that_was_swapped_does_not_open(place: Place) -> None:
    """Words that were moved to another slip are refused."""
    with place.unit() as unit:
        unit.slips.put(NOTE)
    place.sql("UPDATE slip SET id = 'slip-2'")

    with place.unit() as unit, pytest.raises(TamperedError):
        unit.slips.get("slip-2", NOW)


def test_what_was_understood_once_stays_so(unit: Unit) -> None:
    """It counts per person and per text, and saying it twice is no fault."""
    unit.agreed.add("teacher", "conduct", NOW)
    unit.agreed.add("teacher", "conduct", NOW + DAY)

    assert unit.agreed.has("teacher", "conduct")
    assert not unit.agreed.has("teacher", "other")
    assert not unit.agreed.has("ib", "conduct")
