from dataclasses import replace
from datetime import date

import pytest

from meldcode import commands, events
from meldcode.case import Case
from meldcode.choices_consultation import Place
from meldcode.duties import Kind, duties
from meldcode.notices import Notice, notices
from meldcode.people import Audience
from tests.builders import (
    ADVICE,
    CLOSE,
    DISCUSSION,
    NOT_OBSERVED,
    OBSERVE,
    OBSERVED,
    REOPEN,
    SHEET,
    ask,
    play,
    taken,
)
from tests.school import CALENDAR, COLLEAGUE, INTERN_BEGELEIDER, NOW, POLICY, TODAY

LATER = replace(OBSERVE, on=date(2026, 11, 5))


def due(case: Case) -> list[tuple[date, Audience, str | None]]:
    return [
        (duty.at.date(), duty.to, duty.person)
        for duty in duties(case, NOW, POLICY, CALENDAR)
        if duty.kind is Kind.CLASS_OBSERVATION
    ]


def test_an_observation_is_planned_once() -> None:
    """Who looks along and when; a message that is delivered twice plans no second one."""
    happened = ask(taken(), OBSERVE)

    assert happened == (events.ClassObservationPlanned("visit", INTERN_BEGELEIDER.id, TODAY),)
    assert ask(play(taken(), OBSERVE), OBSERVE) == ()


def test_the_teacher_hears_that_somebody_comes() -> None:
    """Nobody stands in a class unannounced, or stays away without a word."""
    case = play(taken(), OBSERVE)

    for command in (OBSERVE, NOT_OBSERVED):
        case = play(case, command)

        assert Notice(Audience.RAISER) in notices([case.entries[-1].event])


def test_on_the_day_itself_the_observer_is_reminded() -> None:
    """And the holder three school days later, if nothing was written down."""
    assert due(play(taken(), LATER)) == [
        (date(2026, 11, 5), Audience.OWNER, INTERN_BEGELEIDER.id),
        (date(2026, 11, 10), Audience.HOLDER, None),
    ]


@pytest.mark.parametrize("command", [OBSERVED, NOT_OBSERVED, CLOSE], ids=["noted", "off", "closed"])
def test_what_is_done_or_off_reminds_nobody(command: commands.Command) -> None:
    """Noted, cancelled or overtaken by the end of the case."""
    case = play(taken(), OBSERVE, command)

    assert [visit.settled for visit in case.visits] == [True]
    assert due(case) == []


def test_reopening_brings_no_old_observation_back() -> None:
    """A plan of before the end is not expected any more."""
    assert due(play(taken(), OBSERVE, CLOSE, REOPEN)) == []


@pytest.mark.parametrize("name", [None, "unknown"])
def test_an_observation_need_not_be_planned(name: str | None) -> None:
    """Who happened to look along writes that down, and no plan is settled by it."""
    case = play(taken(), OBSERVE, replace(OBSERVED, visit=name))

    assert case.entries[-1].event == events.ClassObserved(TODAY, "He sat alone.")
    assert [visit.settled for visit in case.visits] == [False]


def test_cancelling_twice_changes_nothing() -> None:
    """The first reason stays."""
    assert ask(play(taken(), OBSERVE, NOT_OBSERVED), NOT_OBSERVED) == ()


def test_a_discussion_keeps_its_place_and_people() -> None:
    """A discussion of the group or the pupil is a place of consultation (row 20)."""
    assert ask(taken(), DISCUSSION) == (
        events.DiscussionHeld(
            *(TODAY, Place.PUPIL, (INTERN_BEGELEIDER.id, COLLEAGUE.id)), "We look along."
        ),
    )


def test_a_call_is_prepared_without_names() -> None:
    """What was seen, since when, who is safe and what to ask stand ready."""
    assert ask(taken(), SHEET) == (
        events.AdvicePrepared("A child comes hungry.", "What can we do?", "Since May.", "All."),
    )


@pytest.mark.parametrize("anonymous", [True, False, None])
def test_advice_says_whether_it_was_asked_without_names(anonymous: bool | None) -> None:  # noqa: FBT001 - a row of the table
    """Marked as anonymous, as not, or left open."""
    happened = ask(taken(), replace(ADVICE, anonymous=anonymous))

    assert happened == (
        events.AdviceReceived(TODAY, "Adviser", "Keep talking.", anonymous=anonymous),
    )
