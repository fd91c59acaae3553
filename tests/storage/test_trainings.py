from dataclasses import replace
from datetime import timedelta

import pytest

from meldcode.choices_training import TrainingKind
from meldcode.training import Training
from storage.records import Organisation
from storage.unit import Unit
from tests.storage.builders import TODAY, Place, organisation

pytestmark = pytest.mark.both_databases

MINE = Training("t1", "teacher", TrainingKind.OTHER, TODAY, "Een cursus")
OTHER = Training("t2", "ib", TrainingKind.CODE, TODAY - timedelta(days=9))


def test_a_training_comes_back_as_it_was(unit: Unit) -> None:
    """By its id and among those of its person, until it is thrown away."""
    unit.trainings.put(OTHER)
    unit.trainings.put(MINE)

    assert unit.trainings.get("t1") == MINE
    assert unit.trainings.of_people(["ib"]) == (OTHER,)
    assert set(unit.trainings.of_people(["ib", "teacher"])) == {MINE, OTHER}

    unit.trainings.drop("t1")

    assert unit.trainings.get("t1") is None
    assert unit.trainings.get("t2") == OTHER


def test_nobody_reads_its_name_in_the_file(place: Place) -> None:
    """What somebody typed is sealed; who, what kind and which day are not."""
    with place.unit() as unit:
        unit.trainings.put(MINE)
    ((person, kind, what),) = place.sql("SELECT person_id, kind, what FROM training")

    assert (person, kind) == ("teacher", "other")
    assert isinstance(what, bytes)
    assert b"cursus" not in what


def test_of_who_left_nothing_is_kept(unit: Unit) -> None:
    """Those who still work here keep theirs."""
    unit.trainings.put(MINE)
    unit.trainings.put(OTHER)
    everybody = organisation()
    stay = tuple(one for one in everybody.people if one.id != "teacher")
    unit.people.apply(replace(everybody, people=stay))
    unit.trainings.forget_leavers()

    assert unit.trainings.of_people(["ib", "teacher"]) == (OTHER,)

    unit.people.apply(Organisation())
    unit.trainings.forget_leavers()

    assert unit.trainings.of_people(["ib"]) == ()
