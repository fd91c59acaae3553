from dataclasses import replace
from datetime import date

from meldcode.case import Case
from meldcode.choices import Answer, Decision
from meldcode.choices_melding import Informing
from meldcode.duties import Duty, Kind, duties
from meldcode.people import Audience
from tests.builders import CLOSE, UNSAFE, answered, decided, play, signed, taken
from tests.builders_melding import (
    CHASE,
    CLAIM,
    FAILS,
    FEEDBACK,
    HELP,
    PARTLY,
    PLAN,
    REPORT,
    TOLD,
    WORKS,
    helped,
    planned,
    reported,
)
from tests.school import CALENDAR, INTERN_BEGELEIDER, MEETING_ON, NOW, POLICY, TEACHER

WEDNESDAY, THURSDAY, FRIDAY = date(2026, 11, 4), date(2026, 11, 5), date(2026, 11, 6)


def due(case: Case, kind: Kind) -> list[Duty]:
    found = duties(case, NOW, POLICY, CALENDAR)
    return [duty for duty in found if duty.kind is kind]


def rungs(case: Case, kind: Kind) -> list[tuple[date, Audience]]:
    return [(duty.at.date(), duty.to) for duty in due(case, kind)]


def test_an_owed_melding_climbs_each_school_day() -> None:
    """Unsafe on Tuesday and not reported: holder, deputy and those above hear it by Friday."""
    climb = [
        (WEDNESDAY, Audience.HOLDER),
        (THURSDAY, Audience.HOLDER),
        (THURSDAY, Audience.DEPUTY),
        (FRIDAY, Audience.AANDACHTSFUNCTIONARIS),
        (FRIDAY, Audience.DIRECTOR),
    ]

    assert rungs(answered(*UNSAFE), Kind.MELDING) == climb
    assert rungs(decided(Decision.MELDING), Kind.MELDING) == climb
    assert rungs(play(helped(), FAILS), Kind.MELDING) == climb


def test_a_melding_that_is_done_is_not_asked_for() -> None:
    """Reported, or nothing to report, there is silence."""
    assert due(reported(), Kind.MELDING) == []
    assert due(answered(Answer.YES, Answer.NO), Kind.MELDING) == []


def test_word_of_veilig_thuis_is_expected_on_the_fifth_working_day() -> None:
    """The holder asks first; left unanswered it climbs as a missed look does."""
    assert rungs(reported(), Kind.FEEDBACK) == [
        (date(2026, 11, 10), Audience.HOLDER),
        (date(2026, 11, 13), Audience.HOLDER),
        (date(2026, 11, 13), Audience.DEPUTY),
        (date(2026, 11, 24), Audience.AANDACHTSFUNCTIONARIS),
        (date(2026, 11, 24), Audience.DIRECTOR),
    ]


def test_in_a_vacation_the_reminder_waits_for_school() -> None:
    """The clock runs on, but nobody is called while the school is closed (R8)."""
    case = play(planned(), replace(REPORT, on=date(2026, 10, 9)))

    assert case.melding.feedback_by == date(2026, 10, 16)
    assert rungs(case, Kind.FEEDBACK)[0] == (date(2026, 10, 19), Audience.HOLDER)


def test_feedback_is_silence_and_another_day_another_reminder() -> None:
    """What was agreed on the phone takes the place of the five days."""
    assert due(play(reported(), FEEDBACK), Kind.FEEDBACK) == []
    assert rungs(play(reported(), CHASE), Kind.FEEDBACK)[0] == (MEETING_ON, Audience.HOLDER)


def test_whoever_tells_the_parents_is_reminded_and_then_the_holder() -> None:
    """The task goes to the person who was agreed on, by name."""
    found = due(planned(), Kind.TELL_PARENTS)

    assert [(duty.at.date(), duty.to, duty.person) for duty in found] == [
        (WEDNESDAY, Audience.OWNER, INTERN_BEGELEIDER.id),
        (FRIDAY, Audience.HOLDER, None),
    ]


def test_nobody_is_asked_to_tell_parents_who_must_not_hear() -> None:
    """With a reason not to tell them, or once they know, there is no such task."""
    unsafe = replace(PLAN, parents=Informing.NOT, parents_reason="Not safe.")

    assert due(planned(unsafe), Kind.TELL_PARENTS) == []
    assert due(play(planned(), TOLD), Kind.TELL_PARENTS) == []
    assert due(decided(Decision.MELDING), Kind.TELL_PARENTS) == []


def test_the_task_leaves_whoever_becomes_anonymous() -> None:
    """Claiming a ground hands the parents to somebody they may know (R6)."""
    teacher_tells = planned(replace(PLAN, parents_by=TEACHER.id))
    case = play(teacher_tells, replace(CLAIM, parents_by=INTERN_BEGELEIDER.id))

    assert [duty.person for duty in due(teacher_tells, Kind.TELL_PARENTS)] == [TEACHER.id, None]
    assert [duty.person for duty in due(case, Kind.TELL_PARENTS)] == [INTERN_BEGELEIDER.id, None]


def test_at_the_end_of_its_term_somebody_looks_whether_help_works() -> None:
    """The holder on the day itself, and those above if nobody looks."""
    assert rungs(helped(), Kind.HELP_TERM) == [
        (MEETING_ON, Audience.HOLDER),
        (date(2026, 11, 20), Audience.HOLDER),
        (date(2026, 11, 20), Audience.DEPUTY),
        (date(2026, 12, 1), Audience.AANDACHTSFUNCTIONARIS),
        (date(2026, 12, 1), Audience.DIRECTOR),
    ]


def test_a_new_term_is_a_new_day_and_an_end_is_silence() -> None:
    """Help that goes on is looked at later; help that was judged is not."""
    later = play(helped(), replace(PARTLY, until=date(2027, 1, 12)))

    assert rungs(later, Kind.HELP_TERM)[0] == (date(2027, 1, 12), Audience.HOLDER)
    assert due(play(helped(), WORKS), Kind.HELP_TERM) == []
    assert due(play(helped(), FAILS), Kind.HELP_TERM) == []


def test_each_help_has_its_own_term() -> None:
    """Two kinds of help in one case are looked at apart."""
    case = play(taken(), HELP, replace(HELP, help="other"))
    keys = [duty.key for duty in due(case, Kind.HELP_TERM)]

    assert len(keys) == len(set(keys)) == 10


def test_closing_ends_all_of_it() -> None:
    """Nothing of help or a melding is asked for in a closed case."""
    case = signed(play(reported(), FEEDBACK, HELP, WORKS, CLOSE))

    assert duties(case, NOW, POLICY, CALENDAR) == ()
