from collections.abc import Iterator

import pytest

from meldcode.choices import REPORTING, Answer, Decision
from meldcode.weighing import DOUBTABLE, allowed, next_question, unsafe

YES, NO, DOUBT = Answer.YES, Answer.NO, Answer.DOUBT
Answers = tuple[Answer, ...]


def reachable(answers: Answers = ()) -> Iterator[Answers]:
    """Yield every row of answers that people can give, the empty one first."""
    yield answers
    number = next_question(answers)
    if number is not None:
        for given in Answer if number in DOUBTABLE else (YES, NO):
            yield from reachable((*answers, given))


ALL = tuple(reachable())


def test_all_rows_of_answers_are_tried() -> None:
    """The tests below see every row: 1 empty, 3 of one, 6 of two, then twice as many each."""
    lengths = [sum(len(answers) == n for answers in ALL) for n in range(6)]

    assert lengths == [1, 3, 6, 12, 24, 48]


@pytest.mark.parametrize(
    "answers, number",
    [
        ((), 1),
        ((YES,), 2),
        ((DOUBT,), 2),
        ((NO,), None),
        ((YES, YES), 3),
        ((YES, NO, NO), 4),
        ((YES, NO, YES, YES, YES), None),
    ],
)
def test_the_questions_come_in_order(answers: Answers, number: int | None) -> None:
    """One question at a time; without a suspicion the rest is not asked."""
    assert next_question(answers) == number


@pytest.mark.parametrize(
    "answers, decisions",
    [
        ((), set()),
        ((YES,), set()),
        ((DOUBT,), set()),
        ((NO,), {Decision.NO_SUSPICION}),
        ((YES, YES), REPORTING),
        ((YES, DOUBT), REPORTING),
        ((YES, NO), set()),
        ((YES, NO, NO), REPORTING),
        ((YES, NO, YES), set()),
        ((YES, NO, YES, NO), REPORTING),
        ((YES, NO, YES, YES), set()),
        ((YES, NO, YES, YES, NO), REPORTING),
        ((YES, NO, YES, YES, YES), {Decision.HELP, Decision.BOTH}),
    ],
)
def test_the_answers_leave_what_the_framework_leaves(
    answers: Answers, decisions: set[Decision]
) -> None:
    """The table of the national framework, row by row (domain.md 1.2)."""
    assert allowed(answers) == decisions


def test_yes_or_doubt_on_safety_always_leads_to_a_melding() -> None:
    """Whatever is answered after it, only a melding, with or without help, is left (R2)."""
    rows = [answers for answers in ALL if answers[1:2] in {(YES,), (DOUBT,)}]

    assert len(rows) == 4 * (1 + 2 + 4 + 8)
    for answers in rows:
        assert (unsafe(answers), allowed(answers)) == (True, REPORTING), answers


def test_help_alone_needs_every_answer() -> None:
    """It is reached on one road only: no unsafety, and help that works and is accepted."""
    roads = [answers for answers in ALL if Decision.HELP in allowed(answers)]

    assert roads == [(YES, NO, YES, YES, YES), (DOUBT, NO, YES, YES, YES)]


def test_every_road_ends_in_a_decision() -> None:
    """Nobody gets stuck: when no question is left, something can be decided."""
    ends = [answers for answers in ALL if next_question(answers) is None]

    assert [answers for answers in ends if not allowed(answers)] == []
