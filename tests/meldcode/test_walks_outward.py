from hypothesis import given

from meldcode.duties import AFTER_THE_END, duties
from meldcode.notices import notices
from meldcode.refusal import Refusal
from tests.meldcode.test_schooldays_properties import within
from tests.meldcode.walks import MARK, Step, often, walks
from tests.school import CALENDAR, POLICY

Walk = tuple[Step, ...]


@often
@given(walks())
def test_each_duty_has_a_key_of_its_own(walk: Walk) -> None:
    """No reminder can be sent in the place of another one, and none can be left out for it."""
    for step in walk:
        keys = [duty.key for duty in duties(step.after, step.now, POLICY, CALENDAR)]

        assert len(keys) == len(set(keys))


@often
@given(walks())
def test_duties_come_in_school_time(walk: Walk) -> None:
    """Every reminder but danger is for a slot of a school day, whatever dates people chose."""
    for duty in duties(walk[-1].after, walk[-1].now, POLICY, CALENDAR):
        assert duty.at_once or within(CALENDAR, duty.at, CALENDAR.slots)


@often
@given(walks())
def test_an_ended_case_has_no_duties(walk: Walk) -> None:
    """Closing or withdrawing stops everything but what is about keeping the record itself."""
    for step in walk:
        if step.after.ended:
            found = duties(step.after, step.now, POLICY, CALENDAR)

            assert {duty.kind for duty in found} <= AFTER_THE_END


@often
@given(walks())
def test_nothing_that_goes_out_holds_a_word_that_was_written(walk: Walk) -> None:
    """Duties, notices and refusals are made without any text of the case (R1)."""
    for step in walk:
        sent = repr(duties(step.after, step.now, POLICY, CALENDAR))
        sent += repr(step.ruling if isinstance(step.ruling, Refusal) else notices(step.ruling))

        assert MARK not in sent


@often
@given(walks())
def test_one_change_sends_one_envelope_to_each(walk: Walk) -> None:
    """However many events a command leads to, nobody hears of it twice."""
    for step in walk:
        if not isinstance(step.ruling, Refusal):
            places = [(notice.to, notice.person) for notice in notices(step.ruling)]

            assert len(places) == len(set(places))
