"""A case that somebody is kept out of is in none of their lists, counts and messages."""

from dataclasses import replace

import pytest

from meldcode.events import CaseTaken, Event, ExclusionEnded, PersonExcluded, ZboScheduled
from meldcode.people import Audience, Person
from storage.outbox import OutboxMessage
from storage.records import Meeting, Subject
from storage.unit import Unit
from tests.storage.builders import DAY, NOW, TODAY, raise_signal

pytestmark = pytest.mark.both_databases

CASE = Subject("case", "case-1")
OUT = ("ib", "ib-two", "director", "chair")
MEETING = Meeting("zbo-9", "s1", NOW + DAY)


@pytest.fixture
def kept(unit: Unit) -> Unit:
    """A store with a case that half the school must not know of, and one that everybody may."""
    unit.meetings.add(MEETING)
    on = ZboScheduled("item", MEETING.id, TODAY, "What now?", True, None, 5)  # noqa: FBT003 - as stored
    for number, out in enumerate((OUT, ()), start=1):
        case = raise_signal(unit, f"case-{number}", f"code-{number}")
        happened: tuple[Event, ...] = (
            CaseTaken("deputy"),
            on,
            *(PersonExcluded(one, "Family.") for one in out),
        )
        unit.cases.save(case, happened, "deputy", NOW)
    return unit


@pytest.mark.parametrize("viewer", OUT)
def test_no_list_or_count_holds_it(kept: Unit, viewer: str) -> None:
    """Whatever an excluded person asks of the store speaks of the other case only."""
    lists, later = kept.lists, NOW + 3 * DAY

    assert [one.id for one in lists.of_school("s1", viewer=viewer)] == ["case-2"]
    assert sum(lists.counts("s1", NOW, viewer).values()) == 1
    assert [one.case_id for one in kept.meetings.items(MEETING.id, viewer)] == ["case-2"]
    assert [one.case_id for one in kept.meetings.unhandled("s1", later, viewer)] == ["case-2"]


def test_everybody_else_still_finds_it(kept: Unit) -> None:
    """For the rest of the school nothing is different."""
    assert sum(kept.lists.counts("s1", NOW, "attention").values()) == 2
    assert len(kept.meetings.items(MEETING.id)) == 2


PLACES = [to for to in Audience if to not in {Audience.MEMBER, Audience.FOLLOWER}]


@pytest.mark.parametrize("to", PLACES)
def test_messages_go_to_the_rest_of_the_care_team(kept: Unit, to: Audience) -> None:
    """No place in a case leads to somebody who is kept out, and no place is left empty."""
    found = kept.audiences.of(CASE, to, TODAY, "ib")

    assert found
    assert _ids(found).isdisjoint(OUT)


def test_nobody_of_the_rest_is_here(kept: Unit) -> None:
    """While all who are left are away, they are told all the same."""
    for one in ("deputy", "attention"):
        kept.people.set_away(one, away=True)

    assert _ids(kept.audiences.of(CASE, Audience.CHAIR, TODAY)) == {"deputy", "attention"}


def _ids(people: tuple[Person, ...]) -> set[str]:
    return {one.id for one in people}


def test_it_comes_back_with_them(kept: Unit) -> None:
    """Let in again, somebody finds the case where it was."""
    case = kept.cases.fold("case-1")
    assert case is not None
    kept.cases.save(case, [ExclusionEnded("ib", "A mistake.")], "deputy", NOW)

    assert len(kept.lists.of_school("s1", viewer="ib")) == 2
    assert len(kept.lists.of_school("s1", viewer="ib-two")) == 1


def test_what_waits_for_one_person_is_taken_back(kept: Unit) -> None:
    """A message about a case that one person must not get any more is dropped, others wait on."""
    about = OutboxMessage("k", "ib", "envelope", "new", NOW, "case-1")
    kept.outbox.put(about)
    kept.outbox.put(replace(about, key="k2", person_id="deputy"))
    kept.outbox.put(replace(about, key="k3", case_id="case-2"))
    dropped = kept.outbox.drop_for("case-1", "ib")

    assert dropped == 1
    assert kept.outbox.counts() == {"dropped": 1, "waiting": 2}
