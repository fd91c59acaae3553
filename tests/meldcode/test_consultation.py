from collections.abc import Callable
from dataclasses import replace

import pytest

from meldcode import commands, events
from meldcode.case import Case
from meldcode.choices import TalkWith
from meldcode.people import Person
from tests.builders import (
    ADVICE,
    TALK,
    WEIGH,
    ask,
    decided,
    on_agenda,
    play,
    raised,
    taken,
    weighed,
)
from tests.school import DEPUTY, INTERN_BEGELEIDER, TEACHER, TODAY

QUESTION = commands.Write("What did you see?", asks=True)


def test_taking_a_case_reads_it_and_makes_its_holder() -> None:
    """One tap on "I look along" is enough; nobody has to open it first."""
    happened = ask(raised(), commands.TakeCase())

    assert happened == (events.SignalRead(), events.CaseTaken(INTERN_BEGELEIDER.id))


def test_taking_a_case_twice_changes_nothing() -> None:
    """A double tap of the holder is stored once."""
    assert ask(taken(), commands.TakeCase()) == ()


def test_a_colleague_can_take_over() -> None:
    """Nothing stays lying when the holder is ill: the deputy takes the case."""
    assert play(taken(), commands.TakeCase(), by=DEPUTY).holder == DEPUTY.id


def test_an_answer_takes_a_case_that_nobody_holds() -> None:
    """Who simply types an answer has read the signal and is its holder from then on."""
    happened = ask(raised(), commands.Write(" I will come by. "))

    assert happened == (
        events.SignalRead(),
        events.CaseTaken(INTERN_BEGELEIDER.id),
        events.Answered("I will come by."),
    )


def test_an_answer_leaves_a_case_with_its_holder() -> None:
    """A deputy who answers in between does not take the case away."""
    assert play(taken(), commands.Write("Hello."), by=DEPUTY).holder == INTERN_BEGELEIDER.id


def test_a_question_waits_until_the_teacher_writes() -> None:
    """It stays open when its asker adds a word, and ends with the teacher's answer."""
    case = play(taken(), QUESTION, commands.Write("Thank you."))

    assert case.asked
    assert not play(case, commands.Write("A bruise."), by=TEACHER).asked


def test_a_word_of_the_teacher_is_no_answer_of_the_school() -> None:
    """A teacher who writes first neither takes the case nor counts as answered."""
    case = play(raised(), commands.Write("One more thing."), by=TEACHER)

    assert (case.holder, case.read_at, case.answered_at) == (None, None, None)


@pytest.mark.parametrize("by", [TEACHER, INTERN_BEGELEIDER])
def test_what_was_typed_keeps_its_source(by: Person) -> None:
    """A message typed in the thread is stored with its place, so that it can be removed there."""
    happened = ask(taken(), commands.Write("Yes.", source="message-7"), by=by)

    assert happened == (events.Answered("Yes.", source="message-7"),)


@pytest.mark.parametrize("stage", [raised, taken, on_agenda, weighed, decided])
def test_talks_and_advice_fit_at_every_step(stage: Callable[[], Case]) -> None:
    """Conversations happen before and after every step (protocol, the table of steps)."""
    advice = replace(ADVICE, adviser=" Adviser ", follow_up="Call again.")
    case = stage()

    assert ask(case, TALK) == (events.TalkHeld(TODAY, TalkWith.PARENTS, TALK.report),)
    assert ask(case, advice) == (
        events.AdviceReceived(TODAY, "Adviser", ADVICE.advice, "Call again."),
    )


def test_the_order_of_steps_is_free() -> None:
    """Nothing is a fixed wizard: a case may be weighed before anyone has answered or met."""
    case = play(raised(), WEIGH, ADVICE, TALK)

    assert len(case.weighings) == 1
