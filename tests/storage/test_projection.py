import pytest

from meldcode import progress
from meldcode.case import Case
from storage.caselist import CaseLine
from storage.cases import NewCase
from storage.records import Meeting, MeetingItem, Organisation, StaffMember
from storage.unit import Unit
from tests import builders
from tests.school import COLLEAGUE, INTERN_BEGELEIDER, NOW, OKA, SCHOOL, TEACHER
from tests.storage.builders import school

pytestmark = pytest.mark.both_databases

STAGES = {
    "raised": builders.raised,
    "taken": builders.taken,
    "on agenda": builders.on_agenda,
    "weighed": builders.weighed,
    "decided": builders.decided,
    "closed": builders.closed,
    "withdrawn": builders.withdrawn,
}


@pytest.fixture
def school_unit(unit: Unit) -> Unit:
    """A store that knows the people and the meeting of the invented cases."""
    people = tuple(
        StaffMember(one.id, one.name, f"{one.id}.example")
        for one in (TEACHER, COLLEAGUE, INTERN_BEGELEIDER, OKA)
    )
    unit.people.apply(Organisation((school(SCHOOL),), people, (Meeting("meeting", SCHOOL, NOW),)))
    return unit


def stored(unit: Unit, case: Case) -> Case:
    """The same case, played into the store entry by entry."""
    first, *others = case.entries
    new = NewCase(case.id, case.code, case.school)
    saved = unit.cases.create(new, [first.event], first.by, first.at, "signal")
    for entry in others:
        saved = unit.cases.save(saved, [entry.event], entry.by, entry.at)
    return saved


@pytest.mark.parametrize("reached", STAGES)
def test_a_case_comes_back_from_the_store_as_it_was(school_unit: Unit, reached: str) -> None:
    """At every stage of the route the stored case equals the case that the rules made."""
    case = STAGES[reached]()

    assert stored(school_unit, case) == case
    assert school_unit.cases.fold(case.id) == case
    assert school_unit.journal.verify(case.id) is None


@pytest.mark.parametrize("reached", STAGES)
def test_the_line_in_the_lists_says_what_the_case_says(school_unit: Unit, reached: str) -> None:
    """Status, holder, moments and next look in a list are those of the case itself."""
    case = STAGES[reached]()
    stored(school_unit, case)

    assert school_unit.lists.of_raiser(TEACHER.id) == (
        CaseLine(
            id=case.id,
            code=case.code,
            school=case.school,
            status=case.status,
            raised_by=case.raised_by,
            holder=case.holder,
            raised_at=case.raised_at or NOW,
            read_at=case.read_at,
            answered_at=case.answered_at,
            stage=progress.stage(case),
            asked=case.asked,
            next_check=case.next_check,
            updated_at=case.entries[-1].at,
            version=case.version,
        ),
    )


@pytest.mark.parametrize("reached, handled", [("on agenda", False), ("weighed", True)])
def test_the_agenda_knows_the_items_of_a_case(
    school_unit: Unit, reached: str, *, handled: bool
) -> None:
    """An item stands on the agenda of its meeting once, and is ticked off once discussed."""
    case = STAGES[reached]()
    stored(school_unit, case)
    item = case.items[0]

    assert school_unit.meetings.items("meeting") == (
        MeetingItem(case.id, case.code, item.id, "meeting", item.minutes, handled),
    )
