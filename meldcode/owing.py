"""What a case still owes before it can be let go: a melding, or a look whether help works."""

from datetime import datetime

from meldcode.case import Case
from meldcode.choices import REPORTING
from meldcode.events import QuestionAnswered
from meldcode.weighing import ONLY_REPORT, allowed


def melding_owed(case: Case) -> datetime | None:
    """Since when a melding must be done: by a decision, or because the answers leave nothing else.

    None if nothing is owed.
    """
    if case.decision is None:
        return _since_answer(case) if allowed(case.questions) == ONLY_REPORT else None
    return case.melding.owed if case.decision.decision in REPORTING else None


def _since_answer(case: Case) -> datetime | None:
    """The last answer to a question; a melding that went ahead of the decision owes nothing."""
    if case.melding.ahead:
        return None
    answers = (e.at for e in case.entries if isinstance(e.event, QuestionAnswered))
    return max(answers, default=None)
