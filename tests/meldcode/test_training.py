from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meldcode.choices_training import TrainingKind
from meldcode.people import Audience
from meldcode.training import Training, counts, latest, reminders, until
from tests.school import CALENDAR, POLICY, TODAY

AGREED = replace(POLICY, training_months=24, training_warning=10)
ONE = Training("t1", "teacher", TrainingKind.CODE, date(2024, 12, 15))


@pytest.mark.parametrize(
    "on, months, end",
    [
        (date(2024, 12, 15), 24, date(2026, 12, 15)),
        (date(2024, 12, 15), 1, date(2025, 1, 15)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2024, 8, 31), 6, date(2025, 2, 28)),
    ],
)
def test_a_training_counts_for_the_months_of_the_board(on: date, months: int, end: date) -> None:
    """Up to the same day of the month, or the last of a shorter one."""
    assert until(replace(ONE, on=on), replace(AGREED, training_months=months)) == end


def test_a_training_ends_on_its_day() -> None:
    """The day before it counts, on the day itself it does not."""
    assert counts(ONE, date(2026, 12, 14), AGREED)
    assert not counts(ONE, date(2026, 12, 15), AGREED)


def test_without_a_confirmed_term_no_end_is_said() -> None:
    """It counts, nobody is reminded, and no day is named."""
    assert until(ONE, POLICY) is None
    assert counts(ONE, date(2099, 1, 1), POLICY)
    assert list(reminders([ONE], TODAY, POLICY, CALENDAR)) == []


def test_a_newer_training_renews_an_older_one_of_its_kind() -> None:
    """Of the same person only; other trainings renew one another by their name."""
    newer = replace(ONE, id="t2", on=date(2025, 1, 1))
    theirs = replace(ONE, id="t3", person="ib")
    course = replace(ONE, id="t4", kind=TrainingKind.OTHER, what="Kindgesprek")
    again = replace(course, id="t5", on=TODAY, what="kindgesprek")
    different = replace(course, id="t6", what="Rouw")

    assert latest([ONE, newer, theirs, again, course, different]) == (
        *(theirs, different, newer, again),
    )


def test_both_hear_it_some_school_days_before_the_end() -> None:
    """The person and the aandachtsfunctionaris, once each, in a slot of a school day."""
    person, watch = reminders([ONE], TODAY, AGREED, CALENDAR)

    assert (person.to, person.person) == (Audience.OWNER, "teacher")
    assert (watch.to, watch.person) == (Audience.AANDACHTSFUNCTIONARIS, None)
    assert person.at == watch.at
    assert CALENDAR.between(CALENDAR.today(person.at), date(2026, 12, 15)) == 10
    assert CALENDAR.next_slot(person.at) == person.at


def test_of_what_was_renewed_or_has_ended_nobody_hears() -> None:
    """A reminder of something that is over would be no reminder."""
    renewed = replace(ONE, id="t2", on=TODAY)
    due = list(reminders([ONE, renewed], TODAY, AGREED, CALENDAR))

    assert {one.key.split(":")[1] for one in due} == {"t2"}
    assert list(reminders([ONE], date(2026, 12, 15), AGREED, CALENDAR)) == []


@given(st.dates(date(2000, 1, 1), date(2090, 1, 1)), st.integers(1, 120))
def test_an_end_is_never_before_its_month(on: date, months: int) -> None:
    """So many months on, and at most three days earlier in the month than it began."""
    end = until(replace(ONE, on=on), replace(AGREED, training_months=months))

    assert end is not None
    assert (end.year - on.year) * 12 + end.month - on.month == months
    assert 0 <= on.day - end.day <= 3
