from dataclasses import replace
from datetime import date, timedelta

import pytest

from meldcode import access
from meldcode.access import Relation
from meldcode.agenda import pressing
from meldcode.asks import OPEN, Ask
from meldcode.case import Case
from meldcode.choices import Decision, Urgency
from meldcode.commands import Command
from meldcode.duties import Kind, duties
from meldcode.people import Audience, Person
from meldcode.rules.ending import waits
from tests.builders import (
    CLOSE,
    MOVE_ITEM,
    OUTCOME,
    SCHEDULE,
    SIGNAL,
    TAKE_OFF,
    UNSAFE,
    answered,
    decided,
    on_agenda,
    play,
    put_off,
    raised,
    taken,
)
from tests.builders_after import EVALUATE
from tests.builders_melding import reported
from tests.school import CALENDAR, CHAIR, MEETING_ON, MEMBER, NOW, POLICY, TODAY


def test_a_moved_item_keeps_its_question_and_its_age() -> None:
    """Only where it stands changes; when it was first brought in, and for which day, stays."""
    before, after = on_agenda().items[0], play(on_agenda(), MOVE_ITEM).items[0]

    assert (after.meeting, after.meeting_on) == (MOVE_ITEM.meeting, MOVE_ITEM.meeting_on)
    assert (after.question, after.at, after.first_on) == (before.question, NOW, MEETING_ON)
    assert not after.handled


def test_an_item_knows_every_agenda_that_it_stood_on() -> None:
    """So that what was due for each of those meetings can be looked at again."""
    assert put_off(2).items[0].agendas == {
        "meeting": MEETING_ON,
        "next1": MEETING_ON + timedelta(7),
        "next2": MEETING_ON + timedelta(14),
    }


def test_only_going_to_a_later_day_is_putting_off() -> None:
    """An item that may come sooner after all has not been put off once more."""
    sooner = replace(MOVE_ITEM, meeting="soon", meeting_on=TODAY)
    case = play(put_off(2), sooner)

    assert [put_off(n).items[0].put_off for n in range(3)] == [0, 1, 2]
    assert (case.items[0].put_off, case.items[0].first_on) == (2, MEETING_ON)


def test_the_chair_may_move_an_item_but_not_take_it_off() -> None:
    """The chair leads the agenda; whether a child needs no meeting is for the care team."""
    allowed = access.ALLOWED[Relation.CHAIR]

    assert access.ACTION_OF[type(MOVE_ITEM)] in allowed
    assert access.ACTION_OF[type(TAKE_OFF)] not in allowed


def put_offs(case: Case) -> list[tuple[date, Audience]]:
    found = duties(case, NOW, POLICY, CALENDAR)
    return [(one.at.date(), one.to) for one in found if one.kind is Kind.PUT_OFF]


def test_an_item_that_keeps_moving_on_must_be_dealt_with() -> None:
    """From the second time on the holder hears the next school day, the chair before it meets."""
    assert put_offs(put_off(1)) == []
    assert put_offs(put_off(2)) == [
        (date(2026, 11, 4), Audience.HOLDER),
        (date(2026, 11, 30), Audience.CHAIR),
    ]


@pytest.mark.parametrize("end", [OUTCOME, TAKE_OFF])
def test_an_item_that_was_dealt_with_asks_nothing_more(end: Command) -> None:
    """Discussed or taken off, nobody is reminded of it again."""
    assert put_offs(play(put_off(2), end)) == []


ACUTE = replace(SIGNAL, urgency=Urgency.NOW)


def test_danger_never_waits_for_a_later_meeting() -> None:
    """It presses until there is a decision and, if that asks for one, the melding is done."""
    found = (raised(ACUTE), answered(*UNSAFE), decided(Decision.MELDING), reported(), taken())

    assert [pressing(case) for case in found] == [True, True, True, False, False]


def test_danger_may_come_sooner() -> None:
    """Bringing an acute item forward is no waiting."""
    case = play(raised(ACUTE), SCHEDULE, replace(MOVE_ITEM, meeting="soon", meeting_on=TODAY))

    assert case.items[0].meeting_on == TODAY


def test_an_item_that_came_off_no_longer_holds_up_the_end() -> None:
    """The case can be closed, and the record says why the item was not discussed."""
    case = play(decided(), EVALUATE_LATER)
    waiting, off = waits(case), play(case, replace(TAKE_OFF, item="later"))
    assert waiting is not None

    assert waiting.key == "err.items_open"
    assert waits(off) is None
    assert off.items[-1].taken_off is not None
    assert off.items[-1].taken_off.reason == TAKE_OFF.reason
    assert play(off, CLOSE).ended


EVALUATE_LATER = replace(EVALUATE, item="later")


def test_what_came_off_was_not_discussed() -> None:
    """The protocol goes on asking for the ZBO."""
    assert OPEN[Ask.ZBO](play(on_agenda(), TAKE_OFF))
    assert not OPEN[Ask.ZBO](play(on_agenda(), OUTCOME))


@pytest.mark.parametrize("who", [CHAIR, MEMBER], ids=["chair", "member"])
def test_what_came_off_is_nobodys_at_the_meeting(who: Person) -> None:
    """Chair and members had a part in the case by the item alone."""
    assert access.relations(who, on_agenda()) != ()
    assert access.relations(who, play(on_agenda(), TAKE_OFF)) == ()


def test_members_of_the_meeting_it_left_see_it_no_more() -> None:
    """A small part ends with the place on their agenda."""
    assert access.relations(MEMBER, play(on_agenda(), MOVE_ITEM)) == ()


def test_after_it_came_off_the_case_may_be_brought_in_anew() -> None:
    """That is a new item, with an age of its own."""
    case = play(on_agenda(), TAKE_OFF, replace(SCHEDULE, item="again"))

    assert [(item.id, item.handled) for item in case.items] == [("item", True), ("again", False)]


def test_how_it_works_out_may_be_asked_beside_what_to_do() -> None:
    """An evaluation that was planned ahead does not keep a new question from the agenda."""
    case = play(on_agenda(), replace(EVALUATE, item="later", meeting="next"))

    assert [item.kind for item in case.items] == ["question", "evaluation"]


def test_that_the_parents_do_not_know_is_kept_with_its_reason() -> None:
    """A recorded choice (domain.md row 83); what was stored before says nothing of it."""
    silent = replace(SCHEDULE, parents_informed=False, not_informed="Not safe.")
    (item,) = play(taken(), silent).items

    assert (item.parents_informed, item.not_informed) == (False, "Not safe.")
    assert on_agenda().items[0].parents_informed is None
