from dataclasses import replace
from datetime import date, datetime

import pytest

from meldcode import commands, events
from meldcode.choices import REPORTING, Decision, Grounds, Trend
from meldcode.parts import Status
from tests.builders import (
    CLOSE,
    FOLLOW,
    NOTE,
    REOPEN,
    answered,
    ask,
    closed,
    decided,
    play,
    raised,
    taken,
)
from tests.builders_melding import DONE
from tests.school import CALENDAR, NOW, POLICY, TODAY

NEXT_LOOK = date(2026, 11, 17)
LATER = datetime(2026, 11, 18, 10, tzinfo=NOW.tzinfo)


def test_without_a_date_the_first_look_is_one_rhythm_away() -> None:
    """Five school days from a Tuesday is the next Tuesday."""
    assert ask(taken(), FOLLOW) == (events.FollowingAgreed(5, date(2026, 11, 10)),)


@pytest.mark.parametrize("rhythm", [1, 100])
def test_the_first_look_may_be_any_day_ahead(rhythm: int) -> None:
    """It may be today, and as often as every day or as rarely as twice a year."""
    agreed = ask(taken(), commands.AgreeFollowing(rhythm, TODAY))

    assert agreed == (events.FollowingAgreed(rhythm, TODAY),)


def test_following_starts_at_the_rhythm_of_the_board() -> None:
    """Ten school days from a Tuesday is the Tuesday after next, unless people agree otherwise."""
    case = decided()

    assert (case.rhythm, case.next_check) == (POLICY.follow_rhythm, NEXT_LOOK)


@pytest.mark.parametrize("trend", Trend)
def test_a_look_is_noted_and_the_next_one_planned(trend: Trend) -> None:
    """One tap is enough; the next look is one rhythm after the day of this one."""
    happened = ask(decided(), commands.NoteFollowing(trend), now=LATER)

    assert happened == (events.FollowingNoted(trend, None, date(2026, 12, 2)),)


def test_the_next_look_follows_the_rhythm_agreed_last() -> None:
    """Who agreed to look every five school days keeps doing so."""
    case = play(decided(), FOLLOW, NOTE, now=LATER)

    assert case.next_check == date(2026, 11, 25)


@pytest.mark.parametrize("days", [1, POLICY.snooze_longest])
def test_a_look_can_be_put_off(days: int) -> None:
    """It moves by the chosen number of school days, at most ten."""
    happened = ask(decided(), commands.Snooze(days))

    assert happened == (events.CheckSnoozed(CALENDAR.add(TODAY, days), None),)


def test_the_fourth_delay_needs_a_reason() -> None:
    """Three times nobody asks why; after that the record says so."""
    case = play(decided(), *[commands.Snooze(1)] * 3)

    snoozed = play(case, commands.Snooze(1, "She is ill."))

    assert (case.snoozes, snoozed.snoozes) == (3, 4)


@pytest.mark.parametrize("command", [NOTE, FOLLOW])
def test_looking_or_agreeing_anew_forgets_the_delays(command: commands.Command) -> None:
    """Once somebody looked, a later look may again be put off without a reason."""
    assert play(decided(), commands.Snooze(1), command).snoozes == 0


@pytest.mark.parametrize("grounds", Grounds)
def test_closing_keeps_its_grounds_in_sight(grounds: Grounds) -> None:
    """Whoever opens a closed case reads why it ended; "unfounded" stays visible."""
    case = play(decided(), commands.CloseCase(grounds, " It goes well. "))

    assert case.entries[-1].event == events.CaseClosed(grounds, "It goes well.", second=True)
    assert (case.status, case.grounds, case.next_check) == (Status.CLOSED, grounds, None)


def test_a_case_can_be_closed_without_a_weighing() -> None:
    """A concern that was cleared up in a talk needs no meeting to end it."""
    assert play(raised(), CLOSE).status == Status.CLOSED


@pytest.mark.parametrize("chosen", Decision)
def test_a_case_can_be_closed_after_every_decision(chosen: Decision) -> None:
    """Once what had to be decided is decided and done, closing is open."""
    reported = DONE if chosen in REPORTING else ()

    assert play(decided(chosen), *reported, CLOSE).status == Status.CLOSED


def test_unfinished_questions_do_not_keep_a_case_open() -> None:
    """Closing waits for a decision only where the answers oblige to report."""
    assert play(answered(), CLOSE).status == Status.CLOSED


def test_reopening_starts_following_again() -> None:
    """The case is open, its grounds are gone and somebody will look at the agreed rhythm."""
    case = play(closed(), replace(REOPEN, reason=" New signals. "), now=LATER)

    assert case.entries[-1].event == events.CaseReopened("New signals.", date(2026, 12, 2))
    assert (case.status, case.grounds) == (Status.OPEN, None)
    assert (case.rhythm, case.next_check) == (POLICY.follow_rhythm, date(2026, 12, 2))


def test_reopening_goes_on_at_the_rhythm_that_was_agreed() -> None:
    """Who looked every five school days before, does so again."""
    case = play(decided(), FOLLOW, CLOSE, REOPEN)

    assert case.next_check == date(2026, 11, 10)


def test_reopening_forgets_the_delays() -> None:
    """What was put off before the case was closed does not count after it."""
    case = play(decided(), *[commands.Snooze(1)] * 3, CLOSE, REOPEN)

    assert play(case, commands.Snooze(1)).snoozes == 1


def test_a_case_that_was_never_followed_is_followed_after_reopening() -> None:
    """It gets the rhythm of the board, since none was agreed."""
    case = play(raised(), CLOSE, REOPEN)

    assert case.next_check == NEXT_LOOK
