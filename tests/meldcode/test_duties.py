from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest

from meldcode import commands
from meldcode.case import Case
from meldcode.duties import Duty, Kind, duties, meeting_duties
from meldcode.people import Audience
from tests.builders import AGREEMENT, CLOSE, closed, play, raised, signed, taken, withdrawn
from tests.school import CALENDAR, INTERN_BEGELEIDER, MEETING_ON, NOW, OKA, POLICY, TEACHER

Rung = tuple[Kind, date, Audience]
FRIDAY_EVENING = datetime(2026, 11, 6, 19, tzinfo=UTC)
TAKEN_BY = INTERN_BEGELEIDER.id


def due(case: Case, now: datetime = NOW) -> tuple[Duty, ...]:
    return duties(case, now, POLICY, CALENDAR)


def rungs(found: tuple[Duty, ...]) -> list[Rung]:
    """What is due on which day for whom; every duty comes at eight in the morning at school."""
    assert {duty.at.astimezone(CALENDAR.zone).time() for duty in found} <= {time(8)}
    return [(duty.kind, duty.at.date(), duty.to) for duty in found]


def test_an_unanswered_signal_climbs_each_school_day() -> None:
    """Told on Tuesday, it asks the holder on Wednesday and two ranks more in the two days after."""
    assert rungs(due(raised())) == [
        (Kind.SIGNAL_WAITS, date(2026, 11, 4), Audience.HOLDER),
        (Kind.SIGNAL_WAITS, date(2026, 11, 5), Audience.DEPUTY),
        (Kind.SIGNAL_WAITS, date(2026, 11, 6), Audience.AANDACHTSFUNCTIONARIS),
        (Kind.SIGNAL_WAITS, date(2026, 11, 6), Audience.DIRECTOR),
    ]


def test_a_weekend_is_no_time_to_wait() -> None:
    """Told on Friday evening, it asks from Monday on."""
    days = [day for _, day, _ in rungs(due(raised(now=FRIDAY_EVENING)))]

    assert days[:2] == [date(2026, 11, 9), date(2026, 11, 10)]


def test_the_term_is_the_boards() -> None:
    """A board that agreed on two school days gets the first reminder after two."""
    policy = replace(POLICY, answer_term=2)

    found = duties(raised(), NOW, policy, CALENDAR)

    assert found[0].at.date() == date(2026, 11, 5)


@pytest.mark.parametrize(
    "command", [commands.TakeCase(), commands.Write("I look along.")], ids=["take", "write"]
)
def test_the_climb_stops_when_somebody_takes_it(command: commands.Command) -> None:
    """Once there is a holder, nobody above is called any more."""
    assert Kind.SIGNAL_WAITS not in {duty.kind for duty in due(play(raised(), command))}


@pytest.mark.parametrize("command", [commands.ReadSignal(), commands.Write("More.")], ids=repr)
def test_only_the_care_teams_answer_stops_the_climb(command: commands.Command) -> None:
    """Reading alone, or another word of the teacher, leaves the signal unanswered."""
    by = TEACHER if isinstance(command, commands.Write) else INTERN_BEGELEIDER

    assert due(play(raised(), command, by=by)) == due(raised())


@pytest.mark.parametrize(
    "case", [withdrawn(), signed(closed()), signed(play(raised(), CLOSE))], ids=range(3)
)
def test_an_ended_case_asks_nothing(case: Case) -> None:
    """Withdrawn, or closed by two, is silence, whatever was still due."""
    assert due(case) == ()


def test_an_agreement_asks_its_owner_and_then_the_holder() -> None:
    """On the day it was promised for, and three school days later if it is still open."""
    found = agreements(play(taken(), AGREEMENT))

    assert rungs(found) == [
        (Kind.AGREEMENT, MEETING_ON, Audience.OWNER),
        (Kind.AGREEMENT, date(2026, 11, 20), Audience.HOLDER),
    ]
    assert [duty.person for duty in found] == [OKA.id, None]


def test_an_agreement_that_was_kept_asks_nothing() -> None:
    """The others of the case go on asking."""
    both = play(taken(), AGREEMENT, replace(AGREEMENT, agreement="other"))

    found = agreements(play(both, commands.KeepAgreement("agreement")))

    assert [duty.key for duty in found] == [duty.key for duty in due(both) if "other" in duty.key]


def agreements(case: Case) -> tuple[Duty, ...]:
    return tuple(duty for duty in due(case) if duty.kind is Kind.AGREEMENT)


def test_the_chair_hears_of_a_meeting_before_and_after() -> None:
    """The agenda comes twice, to the members once, and the day after asks what came of it."""
    found = meeting_duties("meeting", MEETING_ON, POLICY, CALENDAR)

    assert rungs(found) == [
        (Kind.AGENDA, date(2026, 11, 12), Audience.CHAIR),
        (Kind.AGENDA, date(2026, 11, 16), Audience.CHAIR),
        (Kind.AGENDA, date(2026, 11, 12), Audience.MEMBER),
        (Kind.OUTCOME, date(2026, 11, 18), Audience.CHAIR),
    ]


def test_a_moved_meeting_is_announced_again() -> None:
    """Its duties have other keys on another day, and so have those of another meeting."""
    moved = meeting_duties("meeting", date(2026, 11, 24), POLICY, CALENDAR)
    other = meeting_duties("other", MEETING_ON, POLICY, CALENDAR)

    keys = {duty.key for duty in (*meeting_duties("meeting", MEETING_ON, POLICY, CALENDAR), *other)}

    assert len(keys | {duty.key for duty in moved}) == 12


APART = {Kind.AGENDA, Kind.FOLLOW_FIRST, Kind.ACUTE, Kind.CHECK_IN, Kind.TRAINING}


@pytest.mark.parametrize("kind", Kind)
def test_most_duties_share_one_digest(kind: Kind) -> None:
    """An agenda, the first look at a child, a training and danger have an envelope of their own."""
    duty = Duty(kind, "key", NOW, Audience.HOLDER)

    assert duty.digest == (kind not in APART)
