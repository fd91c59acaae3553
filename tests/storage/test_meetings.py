from storage.records import Meeting
from storage.unit import Unit
from tests.storage.builders import DAY, NOW


def test_a_school_sees_what_is_coming(unit: Unit) -> None:
    """The list has the school's own meetings from now on, the next one first."""
    unit.meetings.add(Meeting("past", "s1", NOW - DAY))
    unit.meetings.add(Meeting("now", "s1", NOW))
    unit.meetings.add(Meeting("elsewhere", "s2", NOW + DAY))

    assert [meeting.id for meeting in unit.meetings.upcoming("s1", NOW)] == ["now", "zbo-1"]


def test_an_added_meeting_comes_back_as_it_was(unit: Unit) -> None:
    """A meeting keeps its moment and its chair; one that does not exist is None."""
    added = Meeting("added", "s1", NOW + DAY, "chair")
    unit.meetings.add(added)

    assert unit.meetings.get("added") == added
    assert unit.meetings.get("nothing") is None
    assert unit.meetings.items("added") == ()
