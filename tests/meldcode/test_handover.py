from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from meldcode import commands, events
from meldcode.access import Relation
from meldcode.case import Case
from meldcode.choices import Place
from meldcode.duties import Kind, duties
from meldcode.participants import Participant, participants
from meldcode.people import Audience
from meldcode.progress import Stage, stage
from meldcode.refusal import NOT_YOURS
from meldcode.schooldays import SchoolCalendar
from tests.builders import AGREEMENT, CLOSE, ask, decided, play, raised, signed, taken
from tests.builders_after import (
    ANSWER_FOLLOWER,
    HAND_OVER,
    NAME_FOLLOWER,
    NOBODY,
    SHARE,
    followed,
    left,
    owned,
)
from tests.school import (
    CALENDAR,
    CHAIR,
    COLLEAGUE,
    DEPUTY,
    INTERN_BEGELEIDER,
    NOW,
    OKA,
    POLICY,
    TEACHER,
    TODAY,
    days,
)

SUMMER = days(date(2027, 7, 10), date(2027, 8, 22))
YEAR = replace(CALENDAR, closed=CALENDAR.closed | SUMMER)
LAST_DAY, BACK = date(2027, 7, 9), date(2027, 8, 23)
KEEP = commands.KeepAgreement("agreement")
FOLLOWS = Participant(COLLEAGUE.id, Relation.FOLLOWER)


def climb(
    case: Case, kind: Kind, now: datetime = NOW, calendar: SchoolCalendar = CALENDAR
) -> list[tuple[date, Audience]]:
    found = duties(case, now, POLICY, calendar)
    return [(duty.at.date(), duty.to) for duty in found if duty.kind is kind]


def on(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)


def test_another_holder_takes_it_over() -> None:
    """From then on the case is theirs, with what they must know."""
    case = play(taken(), HAND_OVER)

    assert case.holder == DEPUTY.id
    assert case.entries[-1].event == events.HandedOver(DEPUTY.id, "The OKA calls on Friday.")


def test_an_unread_signal_can_be_handed_over() -> None:
    """Whoever hands it over has read it; both stand in the record."""
    happened = ask(raised(), HAND_OVER)

    assert happened == (events.SignalRead(), events.HandedOver(DEPUTY.id, HAND_OVER.words))


def test_the_next_teacher_is_asked_to_look_from_her_day_on() -> None:
    """Before that day it is still the one who told."""
    soon = replace(NAME_FOLLOWER, since=date(2026, 11, 17))
    later = replace(NAME_FOLLOWER, since=date(2026, 11, 18))

    assert climb(followed(soon), Kind.FOLLOW_FIRST) == [(date(2026, 11, 17), Audience.FOLLOWER)]
    assert climb(followed(later), Kind.FOLLOW_FIRST) == [(date(2026, 11, 17), Audience.RAISER)]


def test_the_next_teacher_looks_before_a_holiday() -> None:
    """Also then, it is who sees the child who is asked."""
    found = {to for _, to in climb(followed(), Kind.HOLIDAY)}

    assert found == {Audience.FOLLOWER, Audience.HOLDER}


def test_what_is_shared_is_accounted_for() -> None:
    """Nothing is shared unless somebody writes it down, with why and whether the parents know."""
    assert followed().handover.shared is None
    assert followed(SHARE).handover.shared == "He comes without lunch."


def test_words_of_the_next_teacher_are_for_the_care_team() -> None:
    """They are kept apart from what the one who told writes, and take no case."""
    wrote = play(followed(), commands.Write("He is quiet."), by=COLLEAGUE)

    assert wrote.entries[-1].event == events.FollowerWrote("He is quiet.")
    assert wrote.holder == INTERN_BEGELEIDER.id


def test_an_answer_to_the_next_teacher_names_her() -> None:
    """If somebody else follows later, it is not for them."""
    case = play(followed(), ANSWER_FOLLOWER)

    assert case.entries[-1].event == events.FollowerAnswered(COLLEAGUE.id, "Come by today.")


def test_a_holder_who_left_is_missed_within_one_school_day() -> None:
    """IB'er, deputy and aandachtsfunctionaris on the day itself, the director on the next one."""
    case = left(Place.HOLDER)

    assert (case.holder, stage(case)) == (None, Stage.CONSULT)
    assert climb(case, Kind.SIGNAL_WAITS) == []
    assert climb(case, Kind.NO_HOLDER) == [
        (TODAY, Audience.HOLDER),
        (TODAY, Audience.DEPUTY),
        (TODAY, Audience.AANDACHTSFUNCTIONARIS),
        (date(2026, 11, 4), Audience.DIRECTOR),
    ]


@pytest.mark.parametrize(
    "command", [commands.TakeCase(), HAND_OVER, commands.Write("I look along.")], ids=range(3)
)
def test_whoever_takes_it_ends_the_search(command: commands.Command) -> None:
    """Taken, handed over or answered, it has a holder again."""
    assert climb(play(left(Place.HOLDER), command), Kind.NO_HOLDER) == []


@pytest.mark.parametrize("place", [Place.RAISER, Place.FOLLOWER])
def test_who_saw_the_child_is_missed_too(place: Place) -> None:
    """The holder is asked who follows now, and a day later those beside them."""
    case = left(place, case=followed())

    assert climb(case, Kind.NO_FOLLOWER) == [
        (TODAY, Audience.HOLDER),
        (date(2026, 11, 4), Audience.DEPUTY),
        (date(2026, 11, 4), Audience.AANDACHTSFUNCTIONARIS),
    ]
    assert climb(play(case, NAME_FOLLOWER), Kind.NO_FOLLOWER) == []


def test_before_the_summer_the_holder_says_who_follows() -> None:
    """Three school weeks before it, in the last week, and once more when school starts."""
    assert climb(decided(), Kind.SUMMER, calendar=YEAR) == [
        (date(2027, 6, 18), Audience.HOLDER),
        (date(2027, 7, 2), Audience.HOLDER),
        (BACK, Audience.HOLDER),
        (BACK, Audience.AANDACHTSFUNCTIONARIS),
    ]
    assert climb(decided(), Kind.SUMMER) == []


def test_named_in_june_the_question_is_answered() -> None:
    """A name of long before the summer was for something else, and answers nothing."""
    june = on(date(2027, 6, 21))
    named = replace(NAME_FOLLOWER, since=BACK)
    answered = play(decided(), named, now=june)

    assert climb(answered, Kind.SUMMER, june, YEAR) == []
    assert climb(followed(), Kind.SUMMER, june, YEAR) != []


def test_after_the_summer_it_is_still_asked() -> None:
    """As long as nobody was named; of a signal of after the summer it is not."""
    september = on(date(2027, 9, 6))
    fresh = play(raised(now=september), commands.ReadSignal(), now=september)

    assert (BACK, Audience.AANDACHTSFUNCTIONARIS) in climb(decided(), Kind.SUMMER, september, YEAR)
    assert climb(fresh, Kind.SUMMER, september, YEAR) == []


def test_an_unread_signal_has_nobody_to_ask_about_the_summer() -> None:
    """It asks to be read first."""
    assert climb(raised(), Kind.SUMMER, calendar=YEAR) == []


def test_only_who_it_is_with_tells_that_it_is_done() -> None:
    """The OKA her own, the care team and the chair any; the teacher not that of somebody else."""
    case = owned()
    done = (events.AgreementKept("agreement"),)

    assert ask(case, KEEP, by=OKA) == done
    assert ask(case, KEEP, by=INTERN_BEGELEIDER) == done
    assert ask(case, KEEP, by=TEACHER) == NOT_YOURS
    assert ask(case, KEEP, by=CHAIR) == NOT_YOURS


def test_lists_know_who_takes_part() -> None:
    """Who follows, and who still has to do something."""
    both = play(followed(), AGREEMENT)

    assert participants(both) == {FOLLOWS, Participant(OKA.id, Relation.OWNER)}
    assert participants(play(both, KEEP)) == {FOLLOWS}


def test_a_closed_case_misses_nobody() -> None:
    """Whoever leaves after the end leaves no empty place."""
    case = left(Place.RAISER, case=signed(play(decided(), CLOSE)))

    assert duties(case, NOW, POLICY, CALENDAR) == ()
    assert case.entries[-1].by == NOBODY.id
