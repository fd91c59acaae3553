"""The five questions of the national afwegingskader: their order, and what follows from them.

The software never weighs: people answer, and this module only keeps the order and the lock
(domain.md 1.2; R2: with doubt about safety a school reports).
"""

from collections.abc import Sequence

from meldcode.choices import Answer, Decision

SUSPICION, UNSAFE, CAN_HELP, ACCEPTED, EFFECTIVE = range(1, 6)
QUESTIONS = (SUSPICION, UNSAFE, CAN_HELP, ACCEPTED, EFFECTIVE)
DOUBTABLE = frozenset({SUSPICION, UNSAFE})
"""Questions that may be answered with "twijfel"; the others need a plain yes or no."""

OPEN_QUESTION: frozenset[Decision] = frozenset()
ONLY_REPORT = frozenset({Decision.MELDING, Decision.BOTH})


def next_question(answers: Sequence[Answer]) -> int | None:
    """The number of the question that comes now; None when they are done.

    Without a suspicion the rest is not asked. After "unsafe" 3-5 may still be answered, together
    with Veilig Thuis, but no longer change what must be decided.
    """
    if answers and answers[0] is Answer.NO:
        return None
    return len(answers) + 1 if len(answers) < len(QUESTIONS) else None


def unsafe(answers: Sequence[Answer]) -> bool:
    """Whether question 2 was answered with yes or doubt."""
    return len(answers) >= UNSAFE and answers[UNSAFE - 1] is not Answer.NO


def allowed(answers: Sequence[Answer]) -> frozenset[Decision]:
    """The decisions that the answers leave; empty while a question must still be answered."""
    if answers and answers[0] is Answer.NO:
        return frozenset({Decision.NO_SUSPICION})
    if unsafe(answers) or Answer.NO in answers[CAN_HELP - 1 :]:
        return ONLY_REPORT
    if len(answers) == len(QUESTIONS):
        return frozenset({Decision.HELP, Decision.BOTH})
    return OPEN_QUESTION
