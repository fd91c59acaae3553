"""The best day for a talk about a report: not when nobody sees the child for days after it."""

from datetime import date

from dialogs.desk import Desk
from dialogs.parts import quiet
from dialogs.screen import Part
from meldcode.case import Case
from meldcode.choices import REPORTING
from meldcode.weighing import ONLY_REPORT, allowed

Parts = tuple[Part, ...]


def reports(case: Case) -> bool:
    """Whether a report to Veilig Thuis was decided, or is all that can be decided."""
    if case.decision is not None:
        return case.decision.decision in REPORTING
    return allowed(case.questions) == ONLY_REPORT


def beforehand(desk: Desk) -> Parts:
    """What to think of when choosing a day (domain.md row 95)."""
    warned = desk.room.policy.friday_warning and reports(desk.case)
    return (quiet("talk.day"),) if warned else ()


def unseen(desk: Desk, on: date) -> bool:
    """Whether a talk about a report on this day asks who sees the child after it.

    The day itself is never refused.
    """
    asked = desk.room.policy.friday_warning and reports(desk.case)
    return asked and desk.room.calendar.before_break(on)
