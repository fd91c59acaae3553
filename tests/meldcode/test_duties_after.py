from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from meldcode import commands
from meldcode.breaks import Break, breaks
from meldcode.case import Case
from meldcode.choices import CareFor, Decision, Place, Urgency
from meldcode.duties import AT_ONCE, PRESSING, Duty, Kind, duties
from meldcode.people import Audience
from tests.builders import FOLLOW, NOTE, SIGNAL, decided, on_agenda, play, raised, taken
from tests.builders_after import AFTERCARE, left
from tests.school import CALENDAR, INTERN_BEGELEIDER, NOW, POLICY, TODAY, days

DANGER = replace(SIGNAL, urgency=Urgency.NOW)
SATURDAY_NIGHT = datetime(2026, 11, 7, 23, 50, tzinfo=UTC)


def due(case: Case, kind: Kind, now: datetime = NOW) -> list[Duty]:
    found = duties(case, now, POLICY, CALENDAR)
    return [duty for duty in found if duty.kind is kind]


def climb(case: Case, kind: Kind) -> list[tuple[date, Audience]]:
    return [(duty.at.date(), duty.to) for duty in due(case, kind)]


def test_a_case_in_which_nothing_happens_does_not_die_silently() -> None:
    """After ten school days the holder, then the deputy, then the aandachtsfunctionaris."""
    assert climb(taken(), Kind.IDLE) == [
        (date(2026, 11, 17), Audience.HOLDER),
        (date(2026, 11, 20), Audience.DEPUTY),
        (date(2026, 11, 24), Audience.AANDACHTSFUNCTIONARIS),
    ]


def test_anything_that_happens_is_life() -> None:
    """Whoever writes a word starts the ten days anew."""
    later = NOW + timedelta(days=6)

    assert climb(play(taken(), commands.Write("Hello."), now=later), Kind.IDLE)[0] == (
        date(2026, 11, 23),
        Audience.HOLDER,
    )


def test_waiting_for_a_meeting_is_no_silence() -> None:
    """Ten school days after the meeting somebody is asked, if nothing came of it."""
    assert climb(on_agenda(), Kind.IDLE)[0] == (date(2026, 12, 1), Audience.HOLDER)


@pytest.mark.parametrize("case", [raised(), decided(), play(taken(), FOLLOW)], ids=range(3))
def test_what_waits_or_is_followed_is_not_idle(case: Case) -> None:
    """An unheld signal climbs already, and a look that was agreed on asks for itself."""
    assert due(case, Kind.IDLE) == []


def test_the_term_of_silence_is_the_boards() -> None:
    """A board that wants to hear of it after a week gets that."""
    found = duties(taken(), NOW, replace(POLICY, idle_term=5), CALENDAR)

    assert found[0].at.date() == date(2026, 11, 10)


@pytest.mark.parametrize("chosen", Decision)
def test_some_days_after_a_decision_somebody_asks_the_teacher(chosen: Decision) -> None:
    """The holder hears: ask how your colleague is doing (111)."""
    assert climb(decided(chosen), Kind.ASK_COLLEAGUE) == [(date(2026, 11, 6), Audience.HOLDER)]


def test_who_has_asked_is_not_asked_again() -> None:
    """Only care for the teacher herself counts, and only since the decision."""
    before = play(taken(), AFTERCARE)
    child = play(decided(), replace(AFTERCARE, whom=CareFor.CHILD))

    assert due(play(decided(), AFTERCARE), Kind.ASK_COLLEAGUE) == []
    assert due(child, Kind.ASK_COLLEAGUE) != []
    assert due(before, Kind.ASK_COLLEAGUE) == []


def test_nobody_is_asked_how_they_are_themselves() -> None:
    """An IB'er who told and holds the case herself needs no such reminder."""
    own = replace(decided(), raised_by=INTERN_BEGELEIDER.id)

    assert due(own, Kind.ASK_COLLEAGUE) == []


def test_danger_that_nobody_takes_up_climbs_within_the_hour() -> None:
    """After fifteen minutes deputy and those above, after an hour all of them once more."""
    above = (Audience.DEPUTY, Audience.AANDACHTSFUNCTIONARIS, Audience.DIRECTOR)
    found = due(raised(DANGER), Kind.ACUTE)

    assert [((duty.at - NOW) // timedelta(minutes=1), duty.to) for duty in found] == [
        *((15, to) for to in above),
        *((60, to) for to in (Audience.HOLDER, *above)),
    ]


def test_danger_knows_no_hours() -> None:
    """On a Saturday night it climbs as it does on a school day."""
    first = due(raised(DANGER, now=SATURDAY_NIGHT), Kind.ACUTE)[0]

    assert first.at == SATURDAY_NIGHT + timedelta(minutes=15)
    assert first.at_once


@pytest.mark.parametrize("command", [commands.TakeCase(), commands.Write("I come.")], ids=range(2))
def test_whoever_takes_it_up_stops_the_climb(command: commands.Command) -> None:
    """A holder is enough; reading alone is not."""
    read = play(raised(DANGER), commands.ReadSignal())

    assert due(play(raised(DANGER), command), Kind.ACUTE) == []
    assert due(read, Kind.ACUTE) != []


@pytest.mark.parametrize("urgency", set(Urgency) - {Urgency.NOW})
def test_only_danger_climbs_by_the_minute(urgency: Urgency) -> None:
    """Anything else waits for a pause."""
    assert due(raised(replace(SIGNAL, urgency=urgency)), Kind.ACUTE) == []


def test_a_holder_who_left_was_once_there() -> None:
    """The danger of weeks ago is not called out anew when somebody leaves."""
    assert due(left(Place.HOLDER, case=play(raised(DANGER), commands.TakeCase())), Kind.ACUTE) == []


def test_few_kinds_pass_the_usual_limits() -> None:
    """Two come at any hour; five come in a slot, though the week's digests are used up."""
    assert {Kind.ACUTE, Kind.CHECK_IN} == AT_ONCE
    assert {Kind.HOLIDAY, Kind.MOVE, Kind.NO_HOLDER, Kind.NO_FOLLOWER, Kind.REQUEST} == PRESSING


def test_a_case_that_rests_is_still_reminded_of_every_holiday() -> None:
    """Nothing has to happen in it between two holidays for the second one to be seen."""
    found = {duty.at.date() for duty in due(play(decided(), NOTE), Kind.HOLIDAY)}

    assert found == {date(2026, 12, 17), date(2027, 2, 18)}


def test_breaks_are_found_with_their_ends() -> None:
    """More than a week counts, and only the longest is a summer."""
    summer = days(date(2027, 7, 10), date(2027, 8, 22))
    year = replace(CALENDAR, closed=CALENDAR.closed | summer)

    found = breaks(year, TODAY)

    assert found == (
        Break(date(2026, 12, 18), date(2027, 1, 4)),
        Break(date(2027, 2, 19), date(2027, 3, 1)),
        Break(date(2027, 7, 9), date(2027, 8, 23)),
    )
    assert [one.summer for one in found] == [False, False, True]
