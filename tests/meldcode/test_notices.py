from dataclasses import astuple

import pytest

from meldcode import events
from meldcode.choices import Trend, Urgency
from meldcode.events import Event
from meldcode.notices import Notice, Tone, notices
from meldcode.people import Audience
from tests.builders import NOTE, REOPEN, closed, play
from tests.school import MEETING_ON

READ_AND_ANSWERED = (events.SignalRead(), events.CaseTaken("ib"), events.Answered("Hello."))
CONTENT_FREE = (Audience, Tone, bool, type(None))


def told(urgency: Urgency) -> events.SignalRaised:
    return events.SignalRaised("Text.", urgency)


def noted(trend: Trend) -> events.FollowingNoted:
    return events.FollowingNoted(trend, None, MEETING_ON)


def each_event() -> list[Event]:
    """What happens in a case that is played to its end and beyond."""
    case = play(closed(), REOPEN, NOTE)
    return [entry.event for entry in case.entries]


def test_danger_goes_at_once_to_two_people() -> None:
    """Acute danger does not wait for a break: holder and deputy hear it now (R8)."""
    sent = notices([told(Urgency.NOW)])

    assert sent == (
        Notice(Audience.HOLDER, Tone.NOW, at_once=True),
        Notice(Audience.DEPUTY, Tone.NOW, at_once=True),
        Notice(Audience.RAISER, Tone.KEPT, at_once=True),
    )


@pytest.mark.parametrize(
    "urgency, tone",
    [(Urgency.TODAY, Tone.TODAY), (Urgency.UNKNOWN, Tone.TODAY), (Urgency.WEEK, Tone.NEW)],
)
def test_a_signal_asks_to_look_as_soon_as_it_says(urgency: Urgency, tone: Tone) -> None:
    """Who does not know how urgent it is, is treated as who needs somebody today."""
    assert notices([told(urgency)]) == (
        Notice(Audience.HOLDER, tone),
        Notice(Audience.RAISER, Tone.KEPT, at_once=True),
    )


@pytest.mark.parametrize(
    "trend, notice",
    [
        (Trend.WORSE, Notice(Audience.HOLDER, Tone.TODAY, at_once=True)),
        (Trend.SAME, Notice(Audience.HOLDER)),
        (Trend.BETTER, Notice(Audience.HOLDER)),
    ],
)
def test_worse_calls_the_holder_now(trend: Trend, notice: Notice) -> None:
    """A child that is doing worse cannot wait for the next break."""
    assert notices([noted(trend)]) == (notice,)


SILENT = (events.SignalRead(), events.SignalWithdrawn(), events.ToldInPerson(told=True))


@pytest.mark.parametrize("event", SILENT, ids=repr)
def test_some_events_call_nobody(event: Event) -> None:
    """Being read shows on the screen, withdrawn is gone, and who was told in person knows."""
    assert notices([event]) == ()


def test_the_teacher_hears_what_she_waits_for() -> None:
    """Somebody took it, answered, decided, closed or reopened it; all else she finds at home."""
    heard = {
        type(event)
        for event in each_event()
        if Audience.RAISER in {notice.to for notice in notices([event])}
    }

    assert heard == {
        events.SignalRaised,
        events.CaseTaken,
        events.Decided,
        events.CaseClosed,
        events.CaseReopened,
    }
    assert Audience.RAISER in {notice.to for notice in notices([events.Answered("Hello.")])}


def test_the_holder_hears_of_everything_else() -> None:
    """Whoever holds the case misses nothing that others do in it."""
    silent = {type(event) for event in each_event() if not notices([event])}

    assert silent == {events.SignalRead}


def test_nobody_hears_twice_of_one_change() -> None:
    """An answer that also takes the case is one envelope for the teacher, not two."""
    assert notices(READ_AND_ANSWERED) == (Notice(Audience.HOLDER), Notice(Audience.RAISER))


@pytest.mark.parametrize("urgent_first", [True, False])
def test_the_most_urgent_envelope_wins(urgent_first: bool) -> None:  # noqa: FBT001 - a row of the table
    """In one change with something urgent and something plain, the urgent one is sent."""
    happened: list[Event] = [noted(Trend.WORSE), events.ObservationAdded("More.")]

    sent = notices(happened if urgent_first else happened[::-1])

    assert sent == (Notice(Audience.HOLDER, Tone.TODAY, at_once=True),)


def test_a_notice_can_hold_no_content() -> None:
    """It is made of a place, a tone and a yes or no: nothing in it could tell what happened."""
    parts = [part for notice in notices(each_event()) for part in astuple(notice)]

    assert len(parts) > 3
    assert [part for part in parts if not isinstance(part, CONTENT_FREE)] == []
