"""What a complaint about a melding would find missing (domain.md anchor 3).

It is a list of what people may still do or write down: it blocks nothing, since what is urgent
goes first, and it is never a score.
"""

from enum import StrEnum

from meldcode import events
from meldcode.case import Case
from meldcode.choices import REPORTING, Answer, TalkWith
from meldcode.choices_melding import Informing
from meldcode.happened import by_school_alone, consulted, happened, spoke_or_why_not


class Gap(StrEnum):
    """What is missing; each has a text in the catalogues."""

    CONSULTATION = "consultation"
    ADVICE = "advice"
    TALK = "talk"
    WEIGHING = "weighing"
    PARTNER = "partner"
    DECISION = "decision"
    FACTS = "facts"
    PLAN = "plan"
    PARENTS = "parents"


OBSERVED = (events.SignalRaised, events.ObservationAdded)


def missing(case: Case) -> tuple[Gap, ...]:
    """In the order of the protocol; empty if the record answers every question."""
    found = {
        Gap.CONSULTATION: not consulted(case),
        Gap.ADVICE: _doubted(case) and not happened(case, events.AdviceReceived),
        Gap.TALK: not _talked(case),
        Gap.WEIGHING: not case.weighings,
        Gap.PARTNER: by_school_alone(case),
        Gap.DECISION: case.decision is None or case.decision.decision not in REPORTING,
        Gap.FACTS: not _facts_apart(case),
        Gap.PLAN: case.melding.plan is None,
        Gap.PARENTS: not _parents_know(case),
    }
    return tuple(gap for gap, gone in found.items() if gone)


def _facts_apart(case: Case) -> bool:
    """Whether of each observation it is said if it was seen, heard or thought."""
    marks = (case.record.mark(e.seq) for e in case.entries if isinstance(e.event, OBSERVED))
    return all(mark and mark.origin for mark in marks)


def _doubted(case: Case) -> bool:
    weighed = [answer for one in case.weighings for answer in (one.danger, one.hinders)]
    answered = [
        e.event.answer for e in case.entries if isinstance(e.event, events.QuestionAnswered)
    ]
    return Answer.DOUBT in (*weighed, *answered)


def _talked(case: Case) -> bool:
    """With the parents, or it is written why not."""
    plan, decision = case.melding.plan, case.decision
    why_not = (plan and plan.parents_reason) or (decision and decision.not_informing)
    return spoke_or_why_not(case, TalkWith.CHILD) or case.melding.told or bool(why_not)


def _parents_know(case: Case) -> bool:
    """Of the melding: they heard of it, or it was decided with a reason that they do not."""
    plan = case.melding.plan
    return case.melding.told or (plan is not None and plan.parents is Informing.NOT)
