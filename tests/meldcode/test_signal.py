from dataclasses import replace

from meldcode import commands, events
from meldcode.choices import ParentsTalk, Urgency
from meldcode.parts import Status
from tests.builders import CLOSE, SIGNAL, ask, new, play, raised, taken, withdrawn
from tests.school import CHAIR, DEPUTY, INTERN_BEGELEIDER, NOW, TEACHER


def test_a_signal_keeps_what_was_told() -> None:
    """The case holds the teacher's words, who wrote them and when, and waits for a reader."""
    command = replace(SIGNAL, urgency=Urgency.WEEK, parents=ParentsTalk.UNSAFE)

    case = raised(command)

    told = events.SignalRaised(SIGNAL.text, Urgency.WEEK, "Sam", ParentsTalk.UNSAFE)
    assert (case.signal, case.raised_by, case.raised_at) == (told, TEACHER.id, NOW)
    assert case.status == Status.NEW


def test_a_feeling_in_one_sentence_is_enough() -> None:
    """Only the text is asked for; how urgent it is may stay unknown (texts.md 3.2)."""
    told = ask(new(), commands.RaiseSignal("  Something is not right. "))

    assert told == (events.SignalRaised("Something is not right.", Urgency.UNKNOWN),)


def test_the_longest_text_fits() -> None:
    """A text of exactly the length that the form allows is kept whole."""
    case = raised(commands.RaiseSignal("x" * 3000))

    assert case.signal == events.SignalRaised("x" * 3000, Urgency.UNKNOWN)


def test_the_first_look_of_the_care_team_opens_the_case() -> None:
    """The teacher can see that somebody read it, and since when."""
    case = play(raised(), commands.ReadSignal())

    assert (case.status, case.read_at) == (Status.OPEN, NOW)


def test_looking_again_changes_nothing() -> None:
    """The record holds who read it first, not every look."""
    case = play(raised(), commands.ReadSignal())

    assert ask(case, commands.ReadSignal(), by=DEPUTY) == ()


def test_a_look_of_the_teacher_or_the_chair_is_no_reading() -> None:
    """A signal counts as read only when somebody of the care team has seen it."""
    for person in (TEACHER, CHAIR):
        assert ask(raised(), commands.ReadSignal(), by=person) == ()


def test_a_look_opens_no_case_that_has_ended() -> None:
    """Only reopening, with a reason, brings a case back."""
    unread = play(raised(), CLOSE)

    assert ask(unread, commands.ReadSignal(), by=INTERN_BEGELEIDER) == ()
    assert ask(withdrawn(), commands.ReadSignal(), by=TEACHER) == ()


def test_an_unread_signal_can_be_taken_back() -> None:
    """The teacher may add to it and still withdraw it, as long as nobody else has seen it."""
    case = play(raised(), commands.AddObservation("More."), commands.WithdrawSignal())

    assert case.status == Status.WITHDRAWN


def test_reading_ones_own_signal_leaves_it_unseen_by_others() -> None:
    """An intern begeleider who told and opened it herself may still take it back."""
    case = play(new(), SIGNAL, commands.ReadSignal(), by=INTERN_BEGELEIDER)

    assert ask(case, commands.WithdrawSignal(), by=INTERN_BEGELEIDER) == (events.SignalWithdrawn(),)


def test_an_observation_is_kept_with_its_source() -> None:
    """What the teacher adds later is stored in her words, with the message it was typed in."""
    added = ask(taken(), commands.AddObservation(" He was crying. ", source="message-7"))

    assert added == (events.ObservationAdded("He was crying.", "message-7"),)
