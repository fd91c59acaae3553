import re

import pytest

from storage.records import Subject
from storage.unit import Unit
from tests.storage.builders import DAY, MINUTE, NOW

pytestmark = pytest.mark.both_databases

CASE, MEETING = Subject("case", "case-1"), Subject("meeting", "case-1")


def test_a_handle_says_nothing(unit: Unit) -> None:
    """What chat keeps is a random word without the subject in it."""
    handle = unit.handles.give("ib", CASE, NOW, NOW + DAY)

    assert re.fullmatch(r"[\w-]{20}", handle)
    assert unit.handles.resolve(handle, "ib", NOW) == CASE


def test_a_handle_opens_for_its_person_only(unit: Unit) -> None:
    """Somebody else's handle is the same as one that does not exist."""
    handle = unit.handles.give("ib", CASE, NOW, NOW + DAY)

    assert unit.handles.resolve(handle, "teacher", NOW) is None
    assert unit.handles.resolve("A" * 20, "teacher", NOW) is None


def test_each_person_and_subject_has_its_own_handle(unit: Unit) -> None:
    """Two people's handles of one case differ, and so do one person's of two subjects."""
    pairs = [("ib", CASE), ("teacher", CASE), ("ib", MEETING)]
    handles = {unit.handles.give(person, subject, NOW, NOW + DAY) for person, subject in pairs}

    assert len(handles) == 3


def test_a_living_handle_is_used_again(unit: Unit) -> None:
    """Old buttons go on working: asking again gives the same handle and a later end."""
    first = unit.handles.give("ib", CASE, NOW, NOW + DAY)
    second = unit.handles.give("ib", CASE, NOW + MINUTE, NOW + 2 * DAY)
    third = unit.handles.give("ib", CASE, NOW + MINUTE, NOW + MINUTE)

    assert first == second == third
    assert unit.handles.resolve(first, "ib", NOW + 2 * DAY - MINUTE) == CASE


def test_an_ended_handle_is_replaced(unit: Unit) -> None:
    """After its end a handle opens nothing, and asking gives a new one."""
    old = unit.handles.give("ib", CASE, NOW, NOW + DAY)
    ended = unit.handles.resolve(old, "ib", NOW + DAY)
    new = unit.handles.give("ib", CASE, NOW + DAY, NOW + 2 * DAY)

    assert ended is None
    assert new != old
    assert unit.handles.resolve(old, "ib", NOW + DAY) is None
    assert unit.handles.resolve(new, "ib", NOW + DAY) == CASE


def test_ended_handles_are_deleted(unit: Unit) -> None:
    """Purging deletes what has ended and keeps the rest."""
    unit.handles.give("ib", CASE, NOW, NOW + DAY)
    kept = unit.handles.give("teacher", CASE, NOW, NOW + 2 * DAY)

    assert unit.handles.purge(NOW + DAY) == 1
    assert unit.handles.resolve(kept, "teacher", NOW + DAY) == CASE
