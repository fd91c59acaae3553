"""In what order a ZBO takes its items, and which must not wait for it (domain.md row 105)."""

from meldcode.case import Case
from meldcode.choices import Urgency
from meldcode.owing import melding_owed
from meldcode.weighing import unsafe

FIRST = (Urgency.NOW, Urgency.TODAY, Urgency.UNKNOWN, Urgency.WEEK)
"""How urgent a signal was said to be, the most urgent first."""


def place(case: Case) -> int:
    """How soon the case comes up: the lower, the sooner."""
    if acute(case):
        return 0
    return FIRST.index(case.signal.urgency) if case.signal else len(FIRST)


def acute(case: Case) -> bool:
    """Whether nobody may wait for the meeting: danger now, or unsafe by the answers given."""
    now = case.signal is not None and case.signal.urgency is Urgency.NOW
    return now or unsafe(case.questions)


def pressing(case: Case) -> bool:
    """Whether an item may not be put off: it is acute, and that was not yet dealt with.

    It was once there is a decision, and the melding is done if it asks for one.
    """
    return acute(case) and (case.decision is None or melding_owed(case) is not None)
