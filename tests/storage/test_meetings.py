import pytest

from meldcode.events import ItemMoved, ItemTakenOff, ZboDiscussed, ZboScheduled
from storage.records import Meeting, MeetingItem
from storage.unit import Unit
from tests.storage.builders import DAY, NOW, TODAY, raise_signal

pytestmark = pytest.mark.both_databases

SCHEDULED = ZboScheduled(
    "item-1", "zbo-1", TODAY, "what now", parents_invited=True, parents_reason=None, minutes=10
)


def test_a_school_sees_what_is_coming(unit: Unit) -> None:
    """The list has the school's own meetings from now on, the next one first."""
    unit.meetings.add(Meeting("past", "s1", NOW - DAY))
    unit.meetings.add(Meeting("now", "s1", NOW))
    unit.meetings.add(Meeting("elsewhere", "s2", NOW + DAY))

    assert [meeting.id for meeting in unit.meetings.upcoming("s1", NOW)] == ["now", "zbo-1"]


def test_a_discussed_item_no_longer_waits_for_its_outcome(unit: Unit) -> None:
    """An item of a past meeting of this school waits until what came of it is recorded."""
    after = NOW + 8 * DAY
    case = unit.cases.save(raise_signal(unit), [SCHEDULED], "ib", NOW)
    before = unit.meetings.unhandled("s1", NOW)
    waiting = unit.meetings.unhandled("s1", after)
    unit.cases.save(case, [ZboDiscussed("item-1", "the OKA calls")], "chair", after)

    assert before == ()
    assert waiting == (MeetingItem("case-1", "K7T4XM", "item-1", "zbo-1", 10, handled=False),)
    assert unit.meetings.unhandled("s2", after) == ()
    assert unit.meetings.unhandled("s1", after) == ()


def test_a_moved_item_stands_on_one_agenda(unit: Unit) -> None:
    """It leaves the agenda that it was on, and taken off it is on none."""
    unit.meetings.add(Meeting("added", "s1", NOW + DAY))
    moved = ItemMoved("item-1", "added", TODAY)
    case = unit.cases.save(raise_signal(unit), [SCHEDULED, moved], "ib", NOW)
    found = [len(unit.meetings.items(name)) for name in ("zbo-1", "added")]
    unit.cases.save(case, [ItemTakenOff("item-1", "not needed")], "ib", NOW)

    assert found == [0, 1]
    assert unit.meetings.items("added") == unit.meetings.unhandled("s1", NOW + 8 * DAY) == ()


def test_an_added_meeting_comes_back_as_it_was(unit: Unit) -> None:
    """A meeting keeps its moment, chair and members; one that does not exist is None."""
    added = Meeting("added", "s1", NOW + DAY, "chair", ("deputy", "ib"))
    unit.meetings.add(added)

    assert unit.meetings.get("added") == added
    assert unit.meetings.get("nothing") is None
    assert unit.meetings.items("added") == ()


def test_a_member_knows_where_she_sits(unit: Unit) -> None:
    """Whoever is looked up brings along the meetings of which she is a member."""
    unit.meetings.add(Meeting("added", "s1", NOW + DAY, members=("ib",)))
    found = {name: unit.people.get(name, TODAY) for name in ("ib", "deputy")}

    assert {name: one.meetings for name, one in found.items() if one} == {
        "ib": frozenset({"added"}),
        "deputy": frozenset(),
    }
