from datetime import date, timedelta

import pytest

from meldcode.choices import Grounds, TalkWith
from meldcode.events import CameOut, CaseClosed, TalkPlanned
from storage.caselist import AsideLine
from storage.unit import Unit
from tests.storage.builders import NOW, TODAY, raise_signal

pytestmark = pytest.mark.both_databases

LATER = TODAY + timedelta(days=7)


def planned(talk: str, on: date, near: str | None = None) -> TalkPlanned:
    return TalkPlanned(talk, on, None, TalkWith.PARENTS, "teacher", near=near)


def test_people_find_what_they_take_part_in(unit: Unit) -> None:
    """One line a case, with the first day; the soonest is on top."""
    for case_id, days in (("case-1", (LATER, TODAY)), ("case-2", (LATER,))):
        case = raise_signal(unit, case_id, case_id)
        happened = [planned(f"t{n}", day, "chair") for n, day in enumerate(days)]
        unit.cases.save(case, happened, "ib", NOW)
    expected = (AsideLine("case-1", TODAY), AsideLine("case-2", LATER))

    assert unit.lists.asides_of("chair") == unit.lists.asides_of("teacher") == expected
    assert unit.lists.asides_of("director") == ()


def test_a_part_that_is_over_is_gone(unit: Unit) -> None:
    """After the talk, or once the case is closed, nobody finds it any more."""
    case = raise_signal(unit)
    case = unit.cases.save(case, [planned("t1", TODAY), planned("t2", LATER, "chair")], "ib", NOW)
    case = unit.cases.save(case, [CameOut("t1")], "teacher", NOW)
    after = unit.lists.asides_of("teacher")
    unit.cases.save(case, [CaseClosed(Grounds.RESOLVED, "It goes well.")], "ib", NOW)

    assert after == (AsideLine("case-1", LATER),)
    assert unit.lists.asides_of("teacher") == unit.lists.asides_of("chair") == ()
