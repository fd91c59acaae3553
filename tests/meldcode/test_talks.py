from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from meldcode import commands, events
from meldcode.access import Action, Relation, may, relations
from meldcode.asides import asides
from meldcode.case import Case
from meldcode.choices import TalkWith
from meldcode.choices_parents import ANOTHER
from meldcode.choices_talks import HelpState, Manner, NotHeld, Recognised
from meldcode.duties import AT_ONCE, Duty, Kind, duties
from meldcode.notices import Notice, notices
from meldcode.people import Audience, Person
from tests.builders import NO_TALK, PARENT, PLAN, TALK, ask, play, raised, taken
from tests.school import (
    CALENDAR,
    CHAIR,
    COLLEAGUE,
    DEPUTY,
    INTERN_BEGELEIDER,
    NOW,
    OKA,
    POLICY,
    SCHOOL,
    TEACHER,
    TODAY,
)

OUT = commands.ComeOut(PLAN.talk)
HELD = replace(TALK, talk=PLAN.talk)
WITH_OKA = replace(PLAN, colleague=OKA.id)


def planned(command: commands.PlanTalk = PLAN) -> Case:
    return play(taken(), command)


def due(case: Case, *kinds: Kind) -> list[Duty]:
    return [duty for duty in duties(case, NOW, POLICY, CALENDAR) if duty.kind in kinds]


def test_a_planned_talk_is_kept_as_it_was_agreed() -> None:
    """Who, with whom, when and who stays near are on record, also with who it was prepared."""
    command = replace(WITH_OKA, prepared_with=OKA.id, sees_child="The neighbour.")

    assert ask(taken(), command) == (
        events.TalkPlanned(
            *(PLAN.talk, TODAY, time(15, 30), PLAN.with_whom, TEACHER.id, OKA.id, COLLEAGUE.id),
            prepared_with=OKA.id,
            sees_child="The neighbour.",
        ),
    )


def test_a_talk_is_planned_once() -> None:
    """A message that is delivered twice plans no second talk."""
    assert ask(planned(), PLAN) == ()


def test_a_talk_may_begin_this_minute() -> None:
    """Who plans while the parents are at the door is not refused."""
    now = datetime.combine(TODAY, time(15, 30), CALENDAR.zone).astimezone(UTC)

    assert ask(taken(), PLAN, now=now) != ()


def test_what_was_said_is_kept_in_full() -> None:
    """All that the protocol asks of a talk has a place of its own, and none must be filled in."""
    full = replace(
        HELD,
        colleague=OKA.id,
        named="She came without lunch.",
        recognised=Recognised.PARTLY,
        tried="They asked the neighbour.",
        help=HelpState.NEEDED,
        manner=Manner.AGGRESSIVE,
        child_words="I am cold.",
        someone_else=True,
    )
    happened = ask(planned(), full)
    told = events.TalkHeld(
        *(TODAY, TALK.with_whom, TALK.report, PLAN.talk, OKA.id, "She came without lunch."),
        recognised=Recognised.PARTLY,
        tried="They asked the neighbour.",
        help=HelpState.NEEDED,
        manner=Manner.AGGRESSIVE,
        child_words="I am cold.",
        someone_else=True,
    )

    assert happened == (told,)


def test_who_is_asked_to_prepare_it_hears_of_it() -> None:
    """The social worker can only help if she knows; when it is over it is no longer hers."""
    prepared = replace(PLAN, prepared_with=OKA.id)
    happened = play(taken(), prepared).entries[-1].event

    assert OKA.id in {notice.person for notice in notices([happened])}
    assert asides(planned(prepared))[OKA.id] == TODAY
    assert OKA.id not in asides(play(planned(prepared), HELD))


@pytest.mark.parametrize("command", [HELD, NO_TALK], ids=["held", "not held"])
def test_a_talk_is_settled_by_its_record(
    command: commands.RecordTalk | commands.RecordNoTalk,
) -> None:
    """Held or not: once that is written down nobody is asked about it, or watched over."""
    case = play(planned(), command)

    assert [talk.settled for talk in case.talks] == [True]
    assert due(case, Kind.TALK_RECORD, Kind.CHECK_IN) == []
    assert asides(case) == {}


WITH_ONE = replace(TALK, with_whom=TalkWith.ONE_PARENT)
ON_CARD = play(taken(), PARENT)


@pytest.mark.parametrize(
    "case, command, kept",
    [
        (ON_CARD, replace(WITH_ONE, parent=PARENT.parent), PARENT.parent),
        (ON_CARD, replace(WITH_ONE, parent=ANOTHER), None),
        (ON_CARD, replace(TALK, parent=PARENT.parent), None),
        (taken(), WITH_ONE, None),
    ],
)
def test_a_talk_with_one_parent_says_which(
    case: Case, command: commands.RecordTalk, kept: str | None
) -> None:
    """One of the card or another; without a card, and for other talks, there is none to name."""
    held = play(case, command).entries[-1].event

    assert isinstance(held, events.TalkHeld)
    assert held.parent == kept


@pytest.mark.parametrize("name", [None, "unknown", "item"])
def test_a_talk_need_not_be_planned(name: str | None) -> None:
    """What was not planned is recorded all the same, and belongs to no planned talk."""
    held, not_held = replace(TALK, talk=name), replace(NO_TALK, talk=name)
    case = play(planned(), held, not_held)

    assert [entry.event.talk for entry in case.entries[-2:]] == [None, None]  # type: ignore[union-attr]  # both have it
    assert [talk.settled for talk in case.talks] == [False]


@pytest.mark.parametrize("reason", set(NotHeld) - {NotHeld.OTHER}, ids=str)
def test_a_reason_needs_no_words(reason: NotHeld) -> None:
    """Only "something else" must be explained."""
    assert ask(taken(), commands.RecordNoTalk(reason)) == (events.TalkNotHeld(reason),)


PEOPLE = (TEACHER, OKA, COLLEAGUE, INTERN_BEGELEIDER, DEPUTY)


@pytest.mark.parametrize("by", PEOPLE, ids=lambda one: one.id)
def test_whoever_is_in_it_or_near_tells_that_it_is_over(by: Person) -> None:
    """The teacher, the colleague, who stays near and the care team: one word of one is enough."""
    case = play(planned(WITH_OKA), OUT, by=by)

    assert [talk.out for talk in case.talks] == [True]
    assert ask(case, OUT, by=by) == ()


def test_somebody_of_another_talk_cannot_tell() -> None:
    """Who takes part in one talk has no word about another."""
    other = replace(PLAN, talk="other", near=None, leads=OKA.id)
    refused = ask(play(planned(), other), OUT, by=OKA)

    assert may(OKA, Action.CHECK_IN, play(planned(), other))
    assert refused == ask(taken(), OUT)


def test_people_of_a_talk_see_it_until_it_is_over() -> None:
    """Their part lasts as long as the talk is to come or going on, and shows nothing else."""
    case = planned(WITH_OKA)
    before = {who.id: relations(who, case) for who in (OKA, COLLEAGUE, CHAIR)}
    over = play(case, OUT)

    assert before == {
        OKA.id: (Relation.TALKING,),
        COLLEAGUE.id: (Relation.TALKING,),
        CHAIR.id: (),
    }
    assert not may(OKA, Action.READ, case)
    assert not may(OKA, Action.WRITE, case)
    assert [relations(who, over) for who in (OKA, COLLEAGUE)] == [(), ()]


def test_who_left_the_school_takes_part_in_nothing() -> None:
    """A part in a talk lasts no longer than a role at the school."""
    gone = replace(COLLEAGUE, roles={"elsewhere": COLLEAGUE.roles[SCHOOL]})

    assert relations(gone, planned()) == ()


def test_everybody_who_takes_part_hears_of_the_plan() -> None:
    """The holder, who leads it, the colleague and who stays near get an envelope each."""
    sent = notices([entry.event for entry in planned(WITH_OKA).entries[-1:]])

    assert sent == (
        Notice(Audience.HOLDER),
        *(Notice(Audience.OWNER, person=who.id) for who in (TEACHER, OKA, COLLEAGUE)),
    )


def test_silence_after_a_talk_calls_who_is_near_and_the_holder() -> None:
    """An hour and a half after it began, or at the end of the day, both hear it at once."""
    found = due(planned(), Kind.CHECK_IN)
    untimed = due(planned(replace(PLAN, at=None)), Kind.CHECK_IN)
    local = [duty.at.astimezone(CALENDAR.zone) for duty in (found[0], untimed[0])]

    assert [(duty.to, duty.person) for duty in found] == [
        (Audience.OWNER, COLLEAGUE.id),
        (Audience.HOLDER, None),
    ]
    assert {duty.kind for duty in found} <= AT_ONCE
    assert [(at.date(), at.time()) for at in local] == [(TODAY, time(17)), (TODAY, time(18))]


def test_a_holder_who_is_near_is_called_once() -> None:
    """Who holds both places hears it once."""
    case = planned(replace(PLAN, near=INTERN_BEGELEIDER.id))

    assert [duty.person for duty in due(case, Kind.CHECK_IN)] == [INTERN_BEGELEIDER.id]


def test_a_word_in_time_calls_nobody() -> None:
    """After "I am out" there is nothing to watch over; the record is still asked for."""
    case = play(planned(), OUT)

    assert due(case, Kind.CHECK_IN) == []
    assert [duty.to for duty in due(case, Kind.TALK_RECORD)] == [Audience.HOLDER]


def test_with_nobody_near_there_is_no_watch() -> None:
    """A quiet talk asks for its record only."""
    found = due(planned(replace(PLAN, near=None)), Kind.CHECK_IN, Kind.TALK_RECORD)

    assert [duty.kind for duty in found] == [Kind.TALK_RECORD]


def test_the_first_day_counts_for_who_has_two_talks() -> None:
    """Home shows the soonest of what somebody takes part in."""
    later = replace(PLAN, talk="later", on=TODAY + timedelta(2))
    case = play(raised(), later, PLAN)

    assert asides(case) == {TEACHER.id: TODAY, COLLEAGUE.id: TODAY}


BREAKS = (
    (date(2026, 11, 3), False),
    (date(2026, 11, 5), False),
    (date(2026, 11, 6), True),
    (date(2026, 11, 7), True),
    (date(2026, 10, 9), True),
    (date(2026, 12, 17), False),
    (date(2026, 12, 18), True),
    (date(2027, 3, 26), True),
)


@pytest.mark.parametrize("day, warned", BREAKS, ids=str)
def test_a_friday_and_the_eve_of_a_holiday_are_before_a_break(day: date, warned: bool) -> None:  # noqa: FBT001 - a row of the table
    """After such a day nobody at school sees the child for days (domain.md row 95)."""
    assert CALENDAR.before_break(day) == warned


def test_three_days_off_in_the_week_are_a_break_too() -> None:
    """A Monday before three free days counts, before two it does not."""
    monday = date(2026, 11, 9)
    free = frozenset(monday + timedelta(n) for n in (1, 2, 3))

    assert replace(CALENDAR, closed=free).before_break(monday)
    assert not replace(CALENDAR, closed=free - {monday + timedelta(3)}).before_break(monday)
